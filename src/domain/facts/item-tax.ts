import type { Case } from '../case/case.ts'
import type { DueItem } from '../case/invoice.ts'
import { unknownItem } from '../case/named-items.ts'
import { shareTax } from '../law/tax.ts'
import { type Cents, sum } from '../money.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** The case once the VAT of an invoice, or of one of its due items, is known. */
export function noteTax(caseFile: Case, name: string, taxCents: Cents): Case | Refusal {
  const named = caseFile.items.filter(item => item.name === name || item.invoice === name)
  if (named.length === 0) return unknownItem(caseFile, name)
  const amountCents = sum(named.map(item => item.amountCents))
  return taxCents > amountCents
    ? refuse('tax-too-high', {
        item: name,
        taxCents: Number(taxCents),
        amountCents: Number(amountCents),
      })
    : withTax(caseFile, named, taxCents)
}

/** The same VAT shared among these items; what is known already stays, so that the books never undo what a person said. */
export function withTaxFromBooks(caseFile: Case, invoice: string, taxCents: Cents | null): Case {
  const items = caseFile.items.filter(item => item.invoice === invoice)
  if (taxCents === null || items.some(item => item.taxCents !== null)) return caseFile
  return taxCents > sum(items.map(item => item.amountCents)) ? caseFile : withTax(caseFile, items, taxCents)
}

function withTax(caseFile: Case, items: readonly DueItem[], taxCents: Cents): Case {
  const taxes = shareTax(
    taxCents,
    items.map(item => item.amountCents),
  )
  const shares = new Map(items.map((item, index) => [item.id, taxes[index] ?? null]))
  return {
    ...caseFile,
    items: caseFile.items.map(item =>
      shares.has(item.id) ? { ...item, taxCents: shares.get(item.id) ?? null } : item,
    ),
  }
}
