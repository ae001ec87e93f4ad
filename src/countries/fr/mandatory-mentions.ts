/** What a message must say, each with its article: the letter of an agency, what follows it, a formal notice. */
import type { MandatoryStatement, WordingContext } from '../../domain/law/wording-law.ts'
import { L111_8_PARAGRAPHS } from './texts/l111-8.ts'

const isFirstLetter = ({ agency }: WordingContext) => agency === 'first-letter'
const isNotice = ({ stage, medium }: WordingContext) => stage === 'formal-notice' && medium !== 'task'
const owesInterest = ({ kind }: WordingContext) => kind !== 'consumer'

export const MANDATORY_MENTIONS: readonly MandatoryStatement[] = [
  ...firstLetter({
    'collector-name': ['⟦agency\\.name⟧'],
    'collector-address': ['⟦agency\\.address⟧'],
    'collector-activity': ['recouvrement amiable'],
    'creditor-name': ['⟦creditor\\.name⟧'],
    'creditor-address': ['⟦creditor\\.address⟧'],
    basis: ['⟦invoices⟧'],
    'means-of-payment': ['⟦payment⟧'],
    'order-to-pay': [
      '(?:de|pour) (?:nous )?(?:payer|regler) [^.]{0,60}⟦totals\\.due⟧',
      'to pay [^.]{0,60}⟦totals\\.due⟧',
    ],
    reference: ['⟦reference⟧'],
  }),
  {
    id: 'amounts-apart',
    article: 'CPCE R124-4',
    words: ['⟦claim⟧'],
    isNeeded: where => isFirstLetter(where) && owesInterest(where),
  },
  {
    id: 'amounts-apart',
    article: 'CPCE R124-4',
    words: [
      'principal ?: ⟦totals\\.asked⟧[^.]{0,40}(?:interets?|interest) ?:[^.]{0,80}access(?:ory|ories|oires?) ?:',
    ],
    isNeeded: where => isFirstLetter(where) && !owesInterest(where),
  },
  ...L111_8_PARAGRAPHS.map(literally => ({
    id: 'l111-8',
    article: 'CPCE R124-4, L111-8',
    literally,
    isNeeded: isFirstLetter,
  })),
  {
    id: 'first-letter',
    article: 'CPCE R124-4',
    words: ['⟦firstletters⟧'],
    isNeeded: ({ agency, medium }) => agency === 'later' && medium !== 'task',
  },
  ...notice({
    'words-of-notice': ['met(?:tons|s) en demeure', 'give you formal notice'],
    'name-of-notice': ['mise en demeure'],
    'creditor-name': ['⟦creditor\\.name⟧'],
    'creditor-address': ['⟦creditor\\.address⟧'],
    'debtor-name': ['⟦debtor\\.name⟧'],
    'debtor-address': ['⟦debtor\\.address⟧'],
    origin: ['⟦invoices⟧'],
    'sum-asked': ['⟦totals\\.due⟧'],
    deadline: ['⟦noticedays⟧'],
    'means-of-payment': ['⟦payment⟧'],
    date: ['⟦today⟧'],
    signature: ['⟦creditor\\.signatory⟧', '⟦agency\\.signatory⟧'],
  }),
  {
    id: 'sums-apart',
    article: 'C. civ. 1344',
    words: ['⟦claim⟧'],
    isNeeded: where => isNotice(where) && owesInterest(where),
  },
]

function firstLetter(mentions: Readonly<Record<string, readonly string[]>>): MandatoryStatement[] {
  return Object.entries(mentions).map(([id, words]) => ({
    id,
    article: 'CPCE R124-4',
    words,
    isNeeded: isFirstLetter,
  }))
}

function notice(mentions: Readonly<Record<string, readonly string[]>>): MandatoryStatement[] {
  return Object.entries(mentions).map(([id, words]) => ({
    id,
    article: 'C. civ. 1344',
    words,
    isNeeded: isNotice,
  }))
}
