import { formatDay } from '../domain/date.ts'
import type { DebtorKind } from '../domain/debtor.ts'
import { checkTerms, type TermLaw, type TermRule } from '../domain/term-law.ts'
import type { DueRow, InvoiceRow, Problem } from '../formats/format.ts'

/** Told one by one up to this many; beyond, together, the first as an example. */
const FEW = 5

/**
 * The problems of a file with those of its due dates, for invoices not settled: beyond the ceiling between businesses, or before
 * the issue. An agreed delay is not in the file, so a date is held against the longest that the law allows. Never an error.
 */
export function withDueDatesChecked(
  documents: readonly InvoiceRow[],
  problems: readonly Problem[],
  kindOf: (debtorCode: string) => DebtorKind,
  law: TermLaw,
): Problem[] {
  const told = problems.some(problem => problem.code === BEFORE)
  const found = documents
    .filter(({ kind, openCents }) => kind === 'invoice' && openCents !== 0n)
    .flatMap(document =>
      document.dues.flatMap(due => problemOf(document, due, law.general[kindOf(document.debtor.code)]) ?? []),
    )
    .filter(problem => problem.code !== BEFORE || !told)
  return [BEYOND, BEFORE].reduce((all, code) => gathered(all, code), [...problems, ...found])
}

const BEYOND = 'over-legal-maximum'
const BEFORE = 'due-before-issue'

function problemOf(
  { line, number, issuedOn }: InvoiceRow,
  { dueOn }: DueRow,
  rule: TermRule | null,
): Problem | null {
  if (issuedOn === null || dueOn === null) return null
  const sale = { receivedOn: null, terms: null, periodic: false, overseas: false }
  const { warnings, legalMaximum } = checkTerms({ ...sale, issuedOn, statedDueOn: dueOn }, rule)
  if (warnings.includes(BEFORE))
    return warned(
      line,
      BEFORE,
      `${number} : l'échéance (${formatDay(dueOn)}) précède la date de facture (${formatDay(issuedOn)}) : vérifiez les deux dates.`,
    )
  if (rule?.debtor !== 'business' || legalMaximum === null || !warnings.includes(BEYOND)) return null
  return warned(
    line,
    BEYOND,
    `${number} : l'échéance (${formatDay(dueOn)}) dépasse le plafond légal ${rule.label.fr}, ${formatDay(legalMaximum)} pour une facture du ${formatDay(issuedOn)} (${rule.article}), sauf délai propre à un secteur.`,
  )
}

function gathered(problems: readonly Problem[], code: string): Problem[] {
  const [first, ...others] = problems.filter(problem => problem.code === code)
  if (!first || others.length < FEW) return [...problems]
  const count = others.length + 1
  const together = { ...first, message: `${first.message} ${count} factures sont dans ce cas.` }
  return problems.flatMap(problem =>
    problem === first ? [together] : problem.code === code ? [] : [problem],
  )
}

function warned(line: number, code: string, message: string): Problem {
  return { line, code, severity: 'warning', message }
}
