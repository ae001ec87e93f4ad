import type { Unrendered } from '../../documents/email/message.ts'
import type { MessageInput } from '../../documents/text/message-data.ts'
import type { Action } from '../../domain/action.ts'
import type { Case } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import type { Agency, FirstLetter } from '../../domain/organisation/agency.ts'
import type { StoredCase } from '../../store/case/cases.ts'

/**
 * What a message in an agency's name needs beside the claim: who the agency is, and its own reference for the first
 * letter, or the references and dates of the letters about the items that a later message lists (CPCE R124-4).
 */
export function lettersOfAgency(
  { caseFile, number }: StoredCase,
  agency: Agency | null,
  action: Action,
  items: readonly OpenItem[],
  firstLetter: string,
): Pick<MessageInput, 'agency' | 'reference' | 'firstLetters'> | Unrendered {
  if (!agency) return unknownAgency()
  if (action.step === firstLetter) return { agency, reference: referenceOf(number, action) }
  const letters = new Map<string, FirstLetter>()
  for (const item of items) {
    const letter = letterAbout(caseFile, item, firstLetter)
    if (!letter) {
      return {
        missing: 'first-letter',
        detail: item.name,
      }
    }
    const reference = referenceOf(number, letter)
    letters.set(reference, { reference, on: letter.endedOn ?? letter.askedOn })
  }
  return { agency, firstLetters: [...letters.values()].sort((a, b) => a.on - b.on) }
}

/** What any other letter in an agency's name needs: the references and dates of the first letters sent in the case. */
export function lettersAbout(
  { caseFile, number }: StoredCase,
  agency: Agency | null,
  firstLetter: string,
): Pick<MessageInput, 'agency' | 'firstLetters'> | Unrendered {
  if (!agency) return unknownAgency()
  const sent = caseFile.actions.filter(({ step, status }) => step === firstLetter && status === 'done')
  if (sent.length === 0)
    return {
      missing: 'first-letter',
      detail: caseFile.id,
    }
  const firstLetters = sent.map(letter => ({
    reference: referenceOf(number, letter),
    on: letter.endedOn ?? letter.askedOn,
  }))
  return { agency, firstLetters: firstLetters.sort((a, b) => a.on - b.on) }
}

function unknownAgency(): Unrendered {
  return {
    missing: 'agency.name',
    detail: 'no agency',
  }
}

/** The number under which the work list knows the letter: `12-3`. */
function referenceOf(caseNumber: number, letter: Action): string {
  return `${caseNumber}-${letter.id}`
}

function letterAbout({ actions }: Case, item: OpenItem, firstLetter: string): Action | undefined {
  return actions.findLast(
    ({ step, status, itemIds }) => step === firstLetter && status === 'done' && itemIds.includes(item.id),
  )
}
