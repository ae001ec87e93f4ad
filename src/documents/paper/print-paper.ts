import type { Country } from '../../domain/law/country.ts'
import type { WordingContext } from '../../domain/law/wording-law.ts'
import { splitAtBlocks } from '../blocks.ts'
import { type Unrendered, unlawful } from '../email/message.ts'
import { errorsOf, guardText } from '../guard/wording-guard.ts'
import type { PrintedLetter } from '../letter.ts'
import { fillTemplate } from '../template.ts'
import { typeset } from '../typeset.ts'
import { headedPaper, type Letterhead, type PictureFile, subjectLine } from './letter-heading.ts'
import { paperBlock } from './paper-blocks.ts'
import type { PaperBlockName, PaperInput, ShippedPaper } from './paper-data.ts'
import { paperContradiction, paperScope } from './paper-scope.ts'
import { bodyOf, missingAddress } from './print-message.ts'

/** A plan agreement, a receipt or a statement as it is printed, or the first thing that keeps it from being written. */
export function printPaper(
  input: PaperInput,
  { letterhead, code }: { letterhead: Letterhead; code: PictureFile | null },
  country: Pick<Country, 'texts' | 'wording' | 'addresses'>,
): PrintedLetter | Unrendered {
  const { texts, wording } = country
  const language = texts.languageFor(input.contact.language)
  const missing = missingAddress(input) ?? missingSignatory(input) ?? paperContradiction(input)
  if (missing) return missing
  const text = texts.papers[language][input.kind]
  const scope = paperScope(input, language)
  const subject = fillTemplate(typeset(text.subject, texts, language), scope, 'plain')
  if (typeof subject !== 'string') return subject
  const filled = fillTemplate(typeset(text.body, texts, language), scope, 'markdown')
  if (typeof filled !== 'string') return filled
  const findings = guardText(
    text,
    scope,
    paperContext({ kind: input.debtor.kind, language, isAgency: input.agency !== undefined }),
    wording,
  )
  if ('missing' in findings) return findings
  const errors = errorsOf(findings)
  if (errors.length > 0) return unlawful(errors)
  return {
    ...headedPaper({ ...input, letterhead, isRegistered: false }, country, language),
    title: subject,
    subject: subjectLine(subject, language),
    body: bodyOf(
      splitAtBlocks<PaperBlockName>(filled),
      letterhead.signature,
      signatoryOf(input) ?? '',
      language,
      block => paperBlock(block, input, code, texts, language),
    ),
    annexes: [],
  }
}

/** Where the guard reads these texts: as those before a formal notice, an agency's as later ones than its first letter. */
export function paperContext(paper: Pick<ShippedPaper, 'kind' | 'language' | 'isAgency'>): WordingContext {
  const { kind, language, isAgency } = paper
  return { kind, stage: 'level-3', medium: 'letter', language, agency: isAgency ? 'later' : null }
}

/** A receipt and a plan bind whoever gives them. */
function missingSignatory(input: PaperInput): Unrendered | null {
  if (input.kind === 'statement' || signatoryOf(input)) return null
  return { missing: input.agency ? 'agency.signatory' : 'creditor.signatory', detail: 'nobody to sign it' }
}

function signatoryOf({ agency, creditor }: PaperInput): string | null | undefined {
  return agency ? agency.signatory : creditor.signatory
}
