import type { Claim } from '../../domain/claim/claim.ts'
import type { ClaimLine } from '../../domain/claim/claim-line.ts'
import type { ClaimWarning } from '../../domain/claim/claim-warning.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { type Cents, sum } from '../../domain/money.ts'
import { CLAIM_WARNINGS } from '../../words/claim-words.ts'
import {
  amountText,
  COLON,
  dateText,
  type Language,
  percentText,
  phrases,
  SEPARATOR,
} from '../../words/language.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    lines: {
      principal: 'Principal',
      payment: 'Règlement',
      'credit-note': 'Avoir',
      interest: 'Intérêts',
      indemnity: 'Indemnité forfaitaire',
      complement: 'Indemnité complémentaire',
      waived: 'Abandonné',
    } satisfies Record<ClaimLine['kind'], string>,
    waived: { principal: 'principal', interest: 'intérêts', indemnity: 'indemnité' },
    account: 'Sur le compte',
    days: (count: number) => `${count} j`,
    base: (amount: string) => `sur ${amount}`,
    subtotal: 'Sous-total',
    principal: 'Principal',
    paid: 'Réglé',
    credited: 'Avoirs',
    interest: 'Intérêts',
    indemnity: 'Indemnité',
    ofWhichComplement: 'dont complémentaire',
    waivedTotal: 'Abandonné',
    total: 'Total dû',
    perDay: 'Par jour de plus',
    semester: (date: string) => `semestre du ${date}`,
    rates: (rate: string, floor: string) => `${rate}, minimum ${floor}`,
  },
  {
    lines: {
      principal: 'Principal',
      payment: 'Payment',
      'credit-note': 'Credit note',
      interest: 'Interest',
      indemnity: 'Flat indemnity',
      complement: 'Further indemnity',
      waived: 'Waived',
    },
    waived: { principal: 'principal', interest: 'interest', indemnity: 'indemnity' },
    account: 'On the account',
    days: count => `${count} d`,
    base: amount => `on ${amount}`,
    subtotal: 'Subtotal',
    principal: 'Principal',
    paid: 'Paid',
    credited: 'Credit notes',
    interest: 'Interest',
    indemnity: 'Indemnity',
    ofWhichComplement: 'of which further',
    waivedTotal: 'Waived',
    total: 'Total due',
    perDay: 'Per further day',
    semester: date => `half-year from ${date}`,
    rates: (rate, floor) => `${rate}, floor ${floor}`,
  },
)

/** The claim in the shape of the contract: days as ISO dates; `warnings` where there are any. */
export function jsonClaim({ lines, totals, warnings }: Claim) {
  const shown = {
    lines: lines.map(line => ({ ...line, from: formatDay(line.from), to: formatDay(line.to) })),
    totals,
  }
  return warnings.length === 0 ? shown : { ...shown, warnings: warnings.map(jsonWarning) }
}

export function jsonWarning({ semester, ...warning }: ClaimWarning) {
  return { ...warning, semester: formatDay(semester) }
}

/** Invoice by invoice, each with its subtotal, then the totals and what a person should know. */
export function claimText({ lines, totals, warnings }: Claim, currency: string, language: Language): string {
  const say = PHRASES[language]
  const euros = (amount: Cents) => amountText(amount, currency, language)
  const complement = sum(lines.filter(line => line.kind === 'complement').map(line => line.amountCents))
  const totalRows = [
    [say.principal, euros(totals.principalCents)],
    [say.paid, euros(totals.paidCents)],
    [say.credited, euros(totals.creditedCents)],
    [say.interest, euros(totals.interestCents)],
    [say.indemnity, euros(totals.indemnityCents)],
    ...(complement > 0n ? [[`  ${say.ofWhichComplement}`, euros(complement)]] : []),
    [say.waivedTotal, euros(totals.waivedCents)],
    [say.total, euros(totals.totalCents)],
    [say.perDay, euros(totals.perDayCents)],
  ]
  return [
    linesText(lines, currency, language),
    table(totalRows, [1]),
    ...(warnings.length > 0 ? [warnings.map(warning => warningText(warning, language)).join('\n')] : []),
  ].join('\n\n')
}

/** Each invoice's number above its lines and their subtotal, columns aligned from one invoice to the next. */
function linesText(lines: readonly ClaimLine[], currency: string, language: Language): string {
  const say = PHRASES[language]
  const invoices = new Map<string, ClaimLine[]>()
  for (const line of lines) invoices.set(line.invoice, [...(invoices.get(line.invoice) ?? []), line])
  const groups = [...invoices].map(([invoice, its]) => {
    const subtotal = amountText(sum(its.map(line => line.amountCents)), currency, language)
    const rows = its.map(line => rowOf(line, currency, language))
    return { invoice, rows: [...rows, [say.subtotal, '', '', '', '', subtotal, '']] }
  })
  const aligned = table(
    groups.flatMap(({ rows }) => rows),
    [2, 3, 5],
  ).split('\n')
  return groups
    .flatMap(({ invoice, rows }) => [
      invoice === '' ? say.account : invoice,
      ...aligned.splice(0, rows.length).map(row => `  ${row}`),
    ])
    .join('\n')
}

/** `! half-year from 1 Jul 2026: 8.00%, floor 8.25%; the sentence`. */
export function warningText({ code, semester, rateBps, floor }: ClaimWarning, language: Language): string {
  const say = PHRASES[language]
  const rates =
    typeof floor === 'number'
      ? say.rates(percentText(rateBps, language), percentText(floor, language))
      : `${percentText(rateBps, language)}, ${floor}`
  const when = say.semester(dateText(formatDay(semester), language))
  return `! ${when}${COLON[language]}${rates}${SEPARATOR[language]}${CLAIM_WARNINGS[code][language]}`
}

function rowOf(line: ClaimLine, currency: string, language: Language): string[] {
  const say = PHRASES[language]
  const date = (day: Day) => dateText(formatDay(day), language)
  const isWaived = line.kind === 'waived' && line.source !== null
  const source = isWaived ? say.waived[line.source as keyof typeof say.waived] : (line.source ?? '')
  return [
    say.lines[line.kind],
    `${date(line.from)}${line.to === line.from ? '' : ` – ${date(line.to)}`}`,
    line.days === null ? '' : say.days(line.days),
    line.rateBps === null ? '' : percentText(line.rateBps, language),
    line.baseCents === null ? '' : say.base(amountText(line.baseCents, currency, language)),
    amountText(line.amountCents, currency, language),
    source,
  ]
}
