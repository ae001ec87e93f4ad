import { formatDay } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import { checkTerms, type TermLaw, type TermRule } from '../../domain/law/term-law.ts'
import type { DueRow, InvoiceRow } from '../../formats/invoices/reading.ts'
import type { Problem } from '../../formats/problem.ts'

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
      const untold = (code: string) =>
        Math.max(0, (counts.get(code) ?? 0) - ours.filter(problem => problem.code === code).length)
      return [BEYOND, BEFORE].reduce(
        (all, code) => gathered(all, code, code === BEFORE && told ? 0 : untold(code)),
        [...read, ...ours],
      )
    },
  }
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

function gathered(problems: readonly Problem[], code: string, more: number): Problem[] {
  const [first, ...others] = problems.filter(problem => problem.code === code)
  if (!first || others.length < FEW) return [...problems]
  const count = others.length + 1 + more
  const together = { ...first, message: `${first.message} ${count} factures sont dans ce cas.` }
  return problems.flatMap(problem =>
    problem === first ? [together] : problem.code === code ? [] : [problem],
  )
}

function warned(line: number, code: string, message: string): Problem {
  return { line, code, severity: 'warning', message }
}
