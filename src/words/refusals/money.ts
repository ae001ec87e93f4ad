/** Money received that can't be set against what is owed, direct debits, bad debts. Amounts in cents, days as ISO dates. */
import { cents, formatAmount } from '../../domain/money.ts'
import { phrases } from '../language.ts'
import type { Problem } from '../problems/problem.ts'
import { inMandates } from '../problems/where.ts'

type OfCase = { case: string }
type OfMandate = { mandate: string }
/** What is wrong with the file of mandates, which is taken whole or not at all. */
type Faulty = { problems: readonly Problem[] }

export const MONEY_REFUSALS = phrases(
  {
    'unknown-entry': ({ entry }: { entry: string }) => `aucune écriture bancaire ${entry}`,
    'nothing-open': { match: ({ item }: { item: string }) => `${item} n'a rien d'ouvert` },
    'amount-too-high': {
      owed: (p: { item: string; amountCents: number; excessCents: number }) =>
        `${p.item} ne doit pas ${amount(p.amountCents)} : ${amount(p.excessCents)} de trop`,
      received: ({ entry, amountCents }: { entry: string; amountCents: number }) =>
        `${entry} n'a apporté que ${amount(amountCents)}`,
    },
    'unknown-rate': ({ rate }: { rate: string }) =>
      `taux inconnu : ${rate} ; le décompte s'arrête là, sans rien supposer`,
    'not-in-euros': ({ case: id, currency }: OfCase & { currency: string }) =>
      `le dossier ${id} est en ${currency} : l'état de TVA se fait en euros`,
    'tax-unknown': { notice: ({ invoice }: { invoice: string }) => `la TVA de ${invoice} n'est pas connue` },
    'nothing-irrecoverable': ({ case: id }: OfCase) => `aucune facture de ${id} n'est notée irrécouvrable`,
    'bad-mandates': ({ problems }: Faulty) => inMandates(problems, 'fr'),
    'mandate-missing': ({ cases }: { cases: readonly string[] }) =>
      `il manque le mandat de : ${cases.join(', ')}`,
    'mandate-too-late': (p: OfMandate & { signedOn: string; collectionOn: string }) =>
      `le mandat ${p.mandate} est signé le ${p.signedOn}, après le prélèvement du ${p.collectionOn}`,
    'mandate-used-twice': ({ mandate, uses }: OfMandate & { uses: number }) =>
      `le mandat ${mandate} est ponctuel (OOFF) : il ne sert qu’à un prélèvement, et ${uses} échéances sont dues`,
    'mandate-of-a-business': ({ mandate, case: id }: OfMandate & OfCase) =>
      `le mandat ${mandate} est interentreprises (B2B), et ${id} est un particulier`,
  },
  {
    'unknown-entry': ({ entry }) => `no bank entry ${entry}`,
    'nothing-open': { match: ({ item }) => `nothing of ${item} is open` },
    'amount-too-high': {
      owed: p => `${p.item} does not owe ${amount(p.amountCents)}: ${amount(p.excessCents)} too much`,
      received: ({ entry, amountCents }) => `${entry} brought no more than ${amount(amountCents)}`,
    },
    'unknown-rate': ({ rate }) => `unknown rate: ${rate}; the claim stops there, and nothing is guessed`,
    'not-in-euros': ({ case: id, currency }) =>
      `the case ${id} is in ${currency}: the statement of VAT is made in euros`,
    'tax-unknown': { notice: ({ invoice }) => `the VAT of ${invoice} is not known` },
    'nothing-irrecoverable': ({ case: id }) => `no invoice of ${id} is recorded as irrecoverable`,
    'bad-mandates': ({ problems }) => inMandates(problems, 'en'),
    'mandate-missing': ({ cases }) => `no mandate is given for: ${cases.join(', ')}`,
    'mandate-too-late': p =>
      `the mandate ${p.mandate} is signed on ${p.signedOn}, after the debit of ${p.collectionOn}`,
    'mandate-used-twice': ({ mandate, uses }) =>
      `the mandate ${mandate} is a one-off (OOFF): it serves for one debit alone, and ${uses} instalments are due`,
    'mandate-of-a-business': ({ mandate, case: id }) =>
      `the mandate ${mandate} is business-to-business (B2B), and ${id} is a consumer`,
  },
)

function amount(value: number): string {
  return formatAmount(cents(value))
}
