import { paperTexts } from '../../countries/fr/texts/papers.ts'
import type { Language } from '../../domain/language.ts'
import type { StepText } from '../../domain/law/texts.ts'
import type { WordingContext } from '../../domain/law/wording-law.ts'
import { splitAtBlocks } from '../blocks.ts'
import { type Unrendered, unlawful } from '../email/message.ts'
import { errorsOf, guardText } from '../guard/wording-guard.ts'
import type { PrintedLetter } from '../letter.ts'
import { fillTemplate } from '../template.ts'
import { languageOf, typeset } from '../wording.ts'
import { headedPaper, type Letterhead, type PictureFile, subjectLine } from './letter-heading.ts'
import { paperBlock } from './paper-blocks.ts'
import type { PaperBlockName, PaperInput, ShippedPaper } from './paper-data.ts'
import { paperContradiction, paperScope } from './paper-scope.ts'
import { bodyOf, missingAddress } from './print-message.ts'

/** A plan agreement, a receipt or a statement as it is printed, or the first thing that keeps it from being written. */
export function printPaper(
  input: PaperInput,
  { letterhead, code }: { letterhead: Letterhead; code: PictureFile | null },
): PrintedLetter | Unrendered {
  const language = languageOf(input.contact.language)
  const missing = missingAddress(input) ?? missingSignatory(input) ?? paperContradiction(input)
  if (missing) return missing
  const text = paperTextOf(input.kind, language)
  const scope = paperScope(input, language)
  const subject = fillTemplate(typeset(text.subject, language), scope, 'plain')
  if (typeof subject !== 'string') return subject
  const filled = fillTemplate(typeset(text.body, language), scope, 'markdown')
  if (typeof filled !== 'string') return filled
  const findings = guardText(
    text,
    scope,
    paperContext({ kind: input.debtor.kind, language, isAgency: input.agency !== undefined }),
  )
  if ('missing' in findings) return findings
  const errors = errorsOf(findings)
  if (errors.length > 0) return unlawful(errors)
  return {
    ...headedPaper({ ...input, letterhead, isRegistered: false }, language),
    title: subject,
    subject: subjectLine(subject, language),
    body: bodyOf(
      splitAtBlocks<PaperBlockName>(filled),
      letterhead.signature,
      signatoryOf(input) ?? '',
      language,
      block => paperBlock(block, input, code, language),
    ),
    annexes: [],
  }
}

/** What each says, as `textsOf` for the steps of a scenario. */
export function paperTextOf(kind: PaperInput['kind'], language: Language): StepText {
  return paperTexts[language][kind]
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
