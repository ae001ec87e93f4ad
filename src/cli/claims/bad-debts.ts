import type { Command } from 'commander'
import { drawBadDebtNotice } from '../../app/reports/draw-bad-debt-notice.ts'
import { type BadDebts, listBadDebts } from '../../app/reports/list-bad-debts.ts'
import { BAD_DEBTS } from '../../words/claim-words.ts'
import { amountText, COLON, dateText, type Language, phrases } from '../../words/language.ts'
import { writeOutput } from '../output-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    none: 'Aucune créance douteuse ni perdue. « quittance record "doubtful FACTURE" --debtor CODE » en note une.',
    titles: [
      'Débiteur',
      'Facture',
      'État',
      'Ouvert',
      'Déprécié (HT)',
      'Perdu',
      'TVA récupérable',
      'TVA récupérée',
    ],
    total: 'total',
    unknown: 'inconnue',
    why: (kind: 'irrecoverable' | 'liquidation', date: string, reason: string) =>
      kind === 'liquidation'
        ? `liquidation judiciaire du ${date}`
        : `irrécouvrable depuis le ${date} : ${reason}`,
    written: (file: string, invoices: number) =>
      `${file} : ${invoices} facture${invoices > 1 ? 's' : ''}. À envoyer au débiteur ; gardez la preuve de l’envoi, sans elle la TVA n’est pas récupérée.`,
  },
  {
    none: 'No doubtful or lost claim. "quittance record "doubtful INVOICE" --debtor CODE" notes one.',
    titles: [
      'Debtor',
      'Invoice',
      'State',
      'Open',
      'Impaired (net)',
      'Lost',
      'VAT recoverable',
      'VAT recovered',
    ],
    total: 'total',
    unknown: 'unknown',
    why: (kind, date, reason) =>
      kind === 'liquidation' ? `liquidation pronounced on ${date}` : `irrecoverable since ${date}: ${reason}`,
    written: (file, invoices) =>
      `${file}: ${invoices} invoice${invoices === 1 ? '' : 's'}. To be sent to the debtor; keep the proof of sending, without it the VAT is not recovered.`,
  },
)

export function addBadDebts(program: Command, shell: Shell): void {
  const { language } = shell
  const say = PHRASES[language]
  const group = program
    .command('bad-debts')
    .summary('créances douteuses, dépréciées, perdues, et leur TVA')
    .description(
      'Créances douteuses, dépréciées et perdues de chaque débiteur ; TVA récupérable et récupérée.',
    )
    .addHelpText(
      'after',
      '\nExemples :\n  quittance bad-debts\n  quittance bad-debts notice DURAND --output etat.html',
    )
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      const done = await withDesk(shell, options, desk => listBadDebts(desk))
      print(shell, options, done, ({ debtors }) =>
        debtors.length === 0 ? say.none : listText(debtors, language),
      )
    })
  group
    .command('notice')
    .summary('état des factures irrécouvrables, à envoyer au débiteur')
    .description(
      'État récapitulatif des factures irrécouvrables d’un débiteur, avec la mention de l’article 272 du CGI : à lui envoyer pour récupérer la TVA.',
    )
    .argument('<debiteur>', 'code, nom, CREANCIER/CODE ou facture')
    .option('--output <fichier>', 'fichier à écrire : .html, .md, sinon du texte')
    .addHelpText('after', '\nExemple :\n  quittance bad-debts notice DURAND --output etat.html')
    .action(async (debtor: string, _options, command: Command) => {
      const options = optionsOf<{ output?: string }>(command)
      const { output } = options
      const drawn = await withDesk(shell, options, desk =>
        drawBadDebtNotice(desk, { debtor, medium: mediumOf(output) }),
      )
      if (output !== undefined) await writeOutput(output, drawn.content)
      print(shell, options, { output: output ?? null, ...drawn }, ({ lines, content }) =>
        output === undefined ? content.trimEnd() : say.written(output, lines.length),
      )
    })
}

function mediumOf(output: string | undefined): 'text' | 'markdown' | 'html' {
  if (/\.html?$/i.test(output ?? '')) return 'html'
  return /\.(md|markdown)$/i.test(output ?? '') ? 'markdown' : 'text'
}

function listText(debtors: BadDebts['debtors'], language: Language): string {
  const say = PHRASES[language]
  const rows = debtors.flatMap(debtor => {
    const amount = (cents: bigint | null) =>
      cents === null ? say.unknown : amountText(cents, debtor.currency, language)
    return [
      ...debtor.items.map(item => [
        debtor.name,
        item.item,
        BAD_DEBTS[item.status][language],
        ...[item.openCents, item.impairmentCents, item.lostCents].map(amount),
        ...[item.taxRecoverableCents, item.taxRecoveredCents].map(amount),
      ]),
      [
        debtor.name,
        say.total,
        '',
        ...[debtor.doubtfulCents, debtor.impairedCents, debtor.lostCents].map(amount),
        ...[debtor.taxRecoverableCents, debtor.taxRecoveredCents].map(amount),
      ],
    ]
  })
  const why = debtors.flatMap(debtor =>
    debtor.items.flatMap(({ item, ground }) =>
      ground === null
        ? []
        : [
            `${item}${COLON[language]}${say.why(ground.kind, dateText(ground.on, language), ground.reason ?? '')}`,
          ],
    ),
  )
  return [table([say.titles, ...rows], [3, 4, 5, 6, 7]), ...(why.length > 0 ? ['', ...why] : [])].join('\n')
}
