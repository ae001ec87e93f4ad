import type { Case } from '../../src/domain/case/case.ts'
import { type Day, formatDay } from '../../src/domain/date.ts'
import type { Contact, DebtorKind } from '../../src/domain/debtor.ts'
import { parseFact } from '../../src/domain/story/fact-text.ts'

/** One case of the simulation: who owes, and everything that happened, in the words of a story. */
export type Life = {
  readonly code: string
  readonly kind: DebtorKind
  readonly email: string
  readonly phone: string
  /** Known before the first morning. */
  readonly header: string[]
  readonly happened: { on: Day; text: string }[]
  invoices: number
  /** Why the story can't say exactly what happened: a message stopped at the last moment, say. */
  untold: string | null
}

/** The life as a story, without the decisions. */
export function storyText(
  life: Life,
  settings: readonly string[],
  contacts: readonly Contact[],
  scenarioId: string,
  from: Day,
  until: Day,
): string {
  const facts = life.happened.map(({ on, text }) => `${formatDay(on)}  ${text}`)
  return [
    'creditor  "Mon entreprise"',
    `debtor    "${life.code} SARL"  ${life.kind}`,
    ...contacts.map(contactLine),
    `scenario  ${scenarioId}`,
    ...settings.map(setting => `setting   ${setting}`),
    ...life.header,
    `from      ${formatDay(from)}`,
    `until     ${formatDay(until)}`,
    '',
    ...facts,
    '',
  ].join('\n')
}

function contactLine({ role, email, phone }: Contact): string {
  const ways = [...(email ? [`email ${email}`] : []), ...(phone ? [`phone ${phone}`] : [])]
  return `contact   ${role}  ${ways.join(' ')}`
}

/** What was invoiced, paid and credited as far as the life tells, to compare with what the database says. */
export function ledgerOf(life: Life): { invoiced: bigint; paid: bigint; credited: bigint } {
  const ledger = { invoiced: 0n, paid: 0n, credited: 0n }
  for (const text of [...life.header, ...life.happened.map(entry => entry.text)]) {
    const fact = parseFact(text)
    if ('problem' in fact) throw new Error(fact.problem)
    if (fact.kind === 'pay') ledger.paid += fact.amountCents
    if (fact.kind === 'credit') ledger.credited += fact.amountCents
    if (fact.kind === 'invoice')
      for (const { amountCents } of fact.invoice.dues) ledger.invoiced += amountCents
  }
  return ledger
}

export function nameOf(caseFile: Case, itemId: number): string {
  return caseFile.items.find(({ id }) => id === itemId)?.name ?? `#${itemId}`
}
