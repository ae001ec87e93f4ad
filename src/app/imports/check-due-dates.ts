import { formatDay } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import { checkTerms, type TermLaw, type TermRule } from '../../domain/law/term-law.ts'
import type { DueRow, InvoiceRow } from '../../formats/invoices/reading.ts'
import { type Problem, warning } from '../../formats/problem.ts'

/** Told one by one up to this many; beyond, together, the first as an example. */
const FEW = 5

/**
 * The due dates of a file, batch by batch, for invoices not settled: beyond the ceiling between businesses, or before the issue.
 * An agreed delay is not in the file, so a date is held against the longest that the law allows. Never an error.
 */
export function dueDateCheck(law: TermLaw): {
  see(documents: readonly InvoiceRow[], kindOf: (debtorCode: string) => DebtorKind): void
  /** The problems of the file with those of its due dates. */
  problems(read: readonly Problem[]): Problem[]
} {
  const found: Problem[] = []
  const counts = new Map<string, number>()
  const note = (problem: Problem) => {
    const count = (counts.get(problem.code) ?? 0) + 1
    counts.set(problem.code, count)
    if (count <= FEW + 1) found.push(problem)
  }
  return {
    see: (documents, kindOf) => {
      for (const document of documents) {
        if (document.kind !== 'invoice' || document.openCents === 0n) continue
        for (const due of document.dues) {
          const problem = problemOf(document, due, law.general[kindOf(document.debtor.code)])
          if (problem) note(problem)
        }
      }
    },
    problems: read => {
      const told = read.some(problem => problem.code === BEFORE)
      const ours = found.filter(problem => problem.code !== BEFORE || !told)
      const untold = (code: Code) =>
        Math.max(0, (counts.get(code) ?? 0) - ours.filter(problem => problem.code === code).length)
      return ([BEYOND, BEFORE] as const).reduce(
        (all, code) => gathered(all, code, code === BEFORE && told ? 0 : untold(code)),
        [...read, ...ours],
      )
    },
  }
}

const BEYOND = 'over-legal-maximum'
const BEFORE = 'due-before-issue'
type Code = typeof BEYOND | typeof BEFORE
type DueProblem = Extract<Problem, { code: Code }>

function problemOf(
  { line, number, issuedOn }: InvoiceRow,
  { dueOn }: DueRow,
  rule: TermRule | null,
): Problem | null {
  if (issuedOn === null || dueOn === null) return null
  const sale = { receivedOn: null, terms: null, periodic: false, overseas: false }
  const { warnings, legalMaximum } = checkTerms({ ...sale, issuedOn, statedDueOn: dueOn }, rule)
  const dates = { number, issuedOn: formatDay(issuedOn), dueOn: formatDay(dueOn) }
  if (warnings.includes(BEFORE)) return warning(line, BEFORE, { kind: 'invoice', ...dates })
  if (rule?.debtor !== 'business' || legalMaximum === null || !warnings.includes(BEYOND)) return null
  const { label, article } = rule
  return warning(line, BEYOND, { ...dates, legalMaximum: formatDay(legalMaximum), rule: label, article })
}

function gathered(problems: readonly Problem[], code: Code, more: number): Problem[] {
  const isSame = (problem: Problem): problem is DueProblem => problem.code === code
  const [first, ...others] = problems.filter(isSame)
  if (!first || others.length < FEW) return [...problems]
  const together = { ...first, params: { ...first.params, invoices: others.length + 1 + more } } as DueProblem
  return problems.flatMap((problem): Problem[] =>
    problem === first ? [together] : isSame(problem) ? [] : [problem],
  )
}
