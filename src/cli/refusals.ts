import type { Refused } from '../app/app.ts'
import type { Phrase } from '../contract/language.ts'
import { REFUSALS } from '../contract/words.ts'

/** What use cases refuse, beside what a case refuses: `RefusalCode`. */
const ENGLISH: Readonly<Record<string, string>> = {
  'ambiguous-debtor': 'several cases match; say which, as CREDITOR/CODE',
  'bad-email': 'that is not an e-mail address',
  'bad-fact': 'that fact cannot be read; docs/stories.md lists the facts and their forms',
  'bad-iban': 'that is not a valid IBAN (its key or its length)',
  'bad-rate': 'a rate goes from 0 to 100 %',
  'bad-setting': 'unknown setting or wrong value; "quittance setting --help" lists them',
  'bad-siren': 'that is not a valid SIREN (nine digits and their key)',
  'bad-source': 'say where the rate was read, in 500 characters at most: --source TEXT',
  'bad-terms': 'payment terms cannot be read; examples: 30d, 60d, 45d-eom, eom',
  'creditor-needed': 'there are several creditors: say which with --creditor',
  'date-before-last-run': 'that date is before the last day decided',
  'delivery-under-way': 'another delivery is under way; try again in a moment',
  'message-lacks': 'that message cannot be written yet: a piece of it is missing',
  'impossible-dates': 'those dates are impossible: the last before the first, before 1999, or a year ahead',
  'no-header': 'no line of column names was found; --mapping says which column is what',
  'not-of-a-case': 'bank data belongs to the creditor: "quittance bank-data CREDITOR DATE"',
  'not-in-euros': 'this case is not in euros: VAT is stated in euros',
  'nothing-irrecoverable': 'no invoice of this case is recorded as irrecoverable',
  'not-empty': 'this folder holds a company already: load the demo in a folder of its own (--data DIR)',
  'notice-lacks': 'that formal notice cannot be written yet: some of its parts are missing',
  'not-now': 'that cannot be done to this action in its present state',
  'rate-contradicts': 'another rate is known already for some of these days; "quittance rates" lists them',
  'rate-not-recorded': 'nobody recorded a rate from that day; "quittance rates" lists them',
  'rate-of-the-program': 'that rate comes with the program and cannot be removed',
  'simulation-too-long': 'a simulation covers three years at most',
  'unknown-action': 'no such action; "quittance actions" lists them',
  'unknown-creditor': 'no creditor has that code; "quittance creditor" lists them',
  'unknown-debtor': 'no case matches (code, name, CREDITOR/CODE or invoice)',
  'unknown-rate':
    'a rate that the claim needs is not known, and is never guessed; "quittance rates add" records a published one',
  'unknown-scenario': 'unknown scenario',
  'unlawful-wording':
    'that text may not leave: it says what the law forbids, or fails to say what it requires',
  'until-before-from': 'the period would end before it begins',
}

/** A refusal's own words, with names, in French; in English those of its code, or the French behind the code. */
export function refusalSentence({ refused, message }: Refused): Phrase {
  const ofCase = Object.entries(REFUSALS).find(([code]) => code === refused)?.[1].en
  return { fr: message, en: ofCase ?? ENGLISH[refused] ?? `${refused} (${message})` }
}
