import type { Claim } from '../../domain/claim/claim.ts'
import type { Language } from '../../domain/language.ts'
import type { Country } from '../../domain/law/country.ts'
import type { Cents } from '../../domain/money.ts'
import { hasClaim, type Part } from '../blocks.ts'
import type { RenderedMessage, Unrendered } from '../email/message.ts'
import type { LetterBlock, PrintedLetter } from '../letter.ts'
import type { MessageInput } from '../text/message-data.ts'
import { claimOf } from '../text/text-scope.ts'
import { messageBlock } from './letter-blocks.ts'
import { annexTotal, type ClaimAnnex, claimAnnex } from './letter-claim.ts'
import { headedPaper, type Letterhead, type PictureFile, pictureOf, subjectLine } from './letter-heading.ts'
import { proseToBlocks } from './letter-markdown.ts'
import { LETTER_WORDS } from './letter-words.ts'

/** What paper shows beside the message: pictures of the sender, a payment code, the claim line by line. */
export type Enclosed = {
  readonly letterhead: Letterhead
  readonly code: PictureFile | null
  readonly claim: Claim | null
}

/**
 * A letter's message as it is printed. The claim goes with the letters that count it, and only if both come to the same
 * sum. A letter needs both addresses.
 */
export function printMessage(
  message: RenderedMessage,
  input: MessageInput,
  { letterhead, code, claim }: Enclosed,
  country: Pick<Country, 'texts' | 'addresses'>,
): PrintedLetter | Unrendered {
  const { language, parts, subject } = message
  const missing = missingAddress(input)
  if (missing) return missing
  const annex = claim && hasClaim(parts) ? { claim, ...annexOf(input) } : null
  if (annex && annexTotal(annex) !== totalAsked(input))
    return { missing: 'claim', detail: 'le décompte et la lettre ne disent pas la même somme' }
  const heading = { ...input, letterhead, isRegistered: input.channel === 'registered-letter' }
  return {
    ...headedPaper(heading, country, language),
    title: subject,
    subject: subjectLine(subject, language),
    body: bodyOf(parts, letterhead.signature, signatoryOf(input), language, block =>
      messageBlock(block, parts, input, code, country.texts, language),
    ),
    annexes: annex ? [claimAnnex(annex, language)] : [],
  }
}

/** Where a letter comes from and where it goes: paper can't do without. */
export function missingAddress({
  creditor,
  agency,
  debtor,
}: Pick<MessageInput, 'creditor' | 'agency' | 'debtor'>): Unrendered | null {
  if (agency && !agency.address) return { missing: 'agency.address', detail: 'no address to write from' }
  if (!agency && !creditor.address) return { missing: 'creditor.address', detail: 'no address to write from' }
  return debtor.address ? null : { missing: 'debtor.address', detail: 'no address to write to' }
}

/** From the mark where the letter's own words begin, its blocks drawn, with room to sign at the other mark. */
export function bodyOf<Name extends string>(
  parts: readonly Part<Name>[],
  signature: PictureFile | null,
  signatory: string,
  language: Language,
  draw: (block: Name) => LetterBlock,
): LetterBlock[] {
  const opening = parts.findIndex(part => 'mark' in part && part.mark === 'opening')
  const body: LetterBlock[] = []
  let isSigning = false
  for (const part of parts.slice(opening + 1)) {
    if ('mark' in part) isSigning = part.mark === 'signing'
    else if ('block' in part) body.push(draw(part.block))
    else {
      const [first, ...rest] = proseToBlocks(part.prose)
      if (isSigning && first?.kind === 'paragraph') {
        const picture = pictureOf(signature, LETTER_WORDS[language].signatureOf(signatory))
        body.push({ kind: 'signature', picture, inline: first.inline }, ...rest)
      } else if (first) body.push(first, ...rest)
      isSigning = false
    }
  }
  return body
}

function signatoryOf({ agency, creditor }: MessageInput): string {
  return agency ? (agency.signatory ?? agency.name) : (creditor.signatory ?? creditor.name)
}

function annexOf({ today, currency, totals }: MessageInput): Omit<ClaimAnnex, 'claim'> {
  const { disputedCents, creditCents } = totals
  return { on: today, currency, disputedCents, creditCents }
}

function totalAsked(input: MessageInput): Cents {
  return claimOf(input)?.totalCents ?? input.totals.askedCents
}
