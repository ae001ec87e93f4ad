import { expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { day } from '../../domain/date.ts'
import { cents } from '../../domain/money.ts'
import { type BadDebtNotice, mentionOf, renderBadDebtNotice } from './bad-debt-notice.ts'

const law = france.badDebtNotice

const NOTICE: BadDebtNotice = {
  creditor: 'Atelier Nord',
  debtor: 'Durand <SARL> | *fils*',
  on: day('2026-04-01'),
  lines: [
    { invoice: 'F-1', issuedOn: day('2026-01-15'), netCents: cents(666_67), taxCents: cents(133_33) },
    { invoice: 'F-2', issuedOn: day('2026-02-01'), netCents: cents(12_345_678_90), taxCents: cents(5) },
  ],
}

test('the mention is that of the law, word for word, with both amounts', () => {
  expect(NOTICE.lines.map(line => mentionOf(line, law))).toEqual([
    "Facture demeurée impayée pour la somme de 666,67 € (prix net) et pour la somme de 133,33 € (TVA correspondante) qui ne peut faire l'objet d'une déduction (article 272 du CGI).",
    "Facture demeurée impayée pour la somme de 12\u00a0345\u00a0678,90 € (prix net) et pour la somme de 0,05 € (TVA correspondante) qui ne peut faire l'objet d'une déduction (article 272 du CGI).",
  ])
})

test('as text: number, date, net price, VAT, total and mention of each invoice', () => {
  expect(
    renderBadDebtNotice(NOTICE, law, 'text').replaceAll('\u00a0', ' '),
  ).toBe(`ÉTAT RÉCAPITULATIF DES FACTURES DEMEURÉES IMPAYÉES

Créancier : Atelier Nord
Débiteur : Durand <SARL> | *fils*
Le 01/04/2026
Factures rectifiées en application du 1 de l’article 272 du CGI :

Facture  Date          Prix net (HT)       TVA        Total TTC
F-1      15/01/2026         666,67 €  133,33 €         800,00 €
F-2      01/02/2026  12 345 678,90 €    0,05 €  12 345 678,95 €
Total                12 346 345,57 €  133,38 €  12 346 478,95 €

F-1 : ${mentionOf(NOTICE.lines[0] as BadDebtNotice['lines'][number], law)}

F-2 : ${mentionOf(NOTICE.lines[1] as BadDebtNotice['lines'][number], law).replaceAll('\u00a0', ' ')}
`)
})

test('as HTML and Markdown, nothing that a name holds is taken for a mark', () => {
  const html = renderBadDebtNotice(NOTICE, law, 'html')
  expect(html).toContain('<p>Débiteur : Durand &lt;SARL&gt; | *fils*</p>')
  expect(html).toContain('<td>F-1</td><td>15/01/2026</td><td align="right">666,67 €</td>')
  expect(html.match(/class="mention"/g)).toHaveLength(2)
  const markdown = renderBadDebtNotice(NOTICE, law, 'markdown')
  expect(markdown).toContain('Débiteur : Durand \\<SARL\\> \\| \\*fils\\*')
  expect(markdown).toContain('| F-1 | 15/01/2026 | 666,67 € | 133,33 € | 800,00 € |')
  expect(markdown).toContain(`**F-1** : ${mentionOf(NOTICE.lines[0] as BadDebtNotice['lines'][number], law)}`)
})
