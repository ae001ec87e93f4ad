/** A thread that compiles one fixed page by Typst alone: the limit of `quittance bench letters`. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** `pages` to compile, numbered from `first`. */
export type Run = { readonly first: number; readonly pages: number }

const { resolve } = createRequire(import.meta.url)
const fontBlobs = ['400Regular', '600SemiBold'].map(face =>
  readFileSync(resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`)),
)
const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs }] })
compiler.mapShadow(`${tmpdir()}/code.svg`, Buffer.from(workerData.code))

/** Its words stand in the source: no data, no condition, no Markdown. The number makes each a page that Typst doesn't know. */
const PAGE = `
#set document(title: "Demande de règlement immédiat", author: "Atelier Nord", date: datetime(year: 2026, month: 3, day: 2))
#set page(paper: "a4", margin: (x: 21mm, top: 22mm, bottom: 26mm), footer: [Atelier Nord · 12 rue des Lilas, 59000 Lille #h(1fr) #context counter(page).display("1/1", both: true)])
#set text(font: "Source Sans 3", fallback: false, size: 10.5pt, lang: "fr", hyphenate: true)
#set par(justify: true)
#place(top + left, [*Atelier Nord* \\ 12 rue des Lilas \\ 59000 LILLE \\ 01 02 03 04 05 \\ compta\\@atelier-nord.example])
#place(top + left, dx: 89mm, dy: 33mm, [Durand SARL #sys.inputs.number \\ 3 place du Marché \\ 59800 LILLE])
#place(top + left, dx: 89mm, dy: 70mm, [Lille, le 2 mars 2026])
#v(80mm)
*Objet : demande de règlement immédiat, 2 384,56 €*

Madame, Monsieur,

Malgré nos rappels, nous n’avons pas reçu le règlement des 2 factures suivantes.

Vous nous aviez annoncé un règlement de 1 200,00 € pour le 1#super[er] mars 2026 ; sauf erreur de notre part, il ne nous est pas parvenu en totalité.

#table(
  columns: (1fr, auto, auto, auto, auto), stroke: (bottom: 0.4pt), align: (left, left, left, right, right),
  table.header[Facture][Émise le][Échéance][Retard][Reste dû],
  [F-2026-0098/2], [1#super[er] décembre 2025], [1#super[er] février 2026], [29 jours], [1 234,56 €],
  [F-2026-0114], [15 janvier 2026], [13 février 2026], [17 jours], [1 200,00 €],
  table.cell(colspan: 4)[Total des factures], [2 434,56 €],
  table.cell(colspan: 4)[Avoirs et acomptes à déduire], [−50,00 €],
  table.cell(colspan: 4)[*Total à régler*], [*2 384,56 €*],
)

*Nous vous demandons de régler sans délai la somme de 2 384,56 €.*

Nous vous rappelons qu’entre professionnels, tout retard de paiement rend exigibles de plein droit, sans qu’un rappel soit nécessaire, des pénalités de retard et, pour chaque facture payée en retard, une indemnité forfaitaire pour frais de recouvrement de 40 € (articles L441-10 et D441-5 du code de commerce). Le montant demandé ci-dessus ne les comprend pas.

#grid(columns: (1fr, auto), [*Pour régler* \\ Bénéficiaire : Atelier Nord \\ IBAN : FR76 3000 6000 0112 3456 7890 189 \\ BIC : AGRIFRPP \\ Référence à rappeler : F-2026-0098, F-2026-0114], image("code.svg", alt: "Code QR", width: 25mm))

Sans règlement ni réponse de votre part, nous serons amenés à vous adresser un dernier rappel, puis une mise en demeure. Si vous contestez tout ou partie de cette somme, ou si vous traversez une difficulté, écrivez-nous : mieux vaut en convenir ensemble maintenant.

Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de cette lettre.

Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.

#v(16mm)
Atelier Nord \\ 01 02 03 04 05 \\ compta\\@atelier-nord.example
`

parentPort?.on('message', async ({ first, pages }: Run) => {
  for (let number = first; number < first + pages; number++) {
    const compiled = compiler.compile({ mainFileContent: PAGE, inputs: { number: String(number) } })
    if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
    compiler.pdf(compiled.result, { pdfStandard: 'a-3a' })
    if (number % 10 === 0) compiler.evictCache(2)
    await setImmediate() // what Typst has finished with is freed between two events
  }
  parentPort?.postMessage('done')
})
