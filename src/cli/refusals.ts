import type { Refused } from '../app/refused.ts'
import type { Language, Phrase } from '../words/language.ts'
import { BAD_CURSOR } from '../words/list-words.ts'
import { PAYMENT_CODE_FAULTS } from '../words/problems/payment-code.ts'
import { problemSentence } from '../words/problems/problem.ts'
import { inFile, inMandates } from '../words/problems/where.ts'
import { refusalOfCase } from '../words/refusal-words.ts'

/** What use cases refuse by themselves, beside what a case refuses (`Refusal`). */
const ENGLISH: Readonly<Record<string, string>> = {
  'already-accepted': 'that suggestion is accepted already',
  'already-tied': 'that message has changed its case already; it goes to no other',
  'ambiguous-invoice': 'several cases have an invoice of that number; say which with --debtor',
  'address-of-debtor': "that is an address of the debtor's: a test goes to one of your own only",
  'ambiguous-debtor': 'several cases match; say which, as CREDITOR/CODE',
  'amount-too-high': 'the amount is more than what was received',
  'amount-needed': 'nothing is overdue: say which amount is promised, with --amount',
  'bad-bic': 'that is not a valid BIC (its length or its country)',
  'bad-cursor': BAD_CURSOR.en,
  'bad-email': 'that is not an e-mail address',
  'bad-iban': 'that is not a valid IBAN (its key or its length)',
  'bad-ics': 'that is not a valid SEPA creditor identifier (its key or its length)',
  'bad-payment-link':
    'a payment link is https://…, in which {reference}, {amount} and {debtor} are filled in',
  'bad-rate': 'a rate goes from 0 to 100 %',
  'bad-siren': 'that is not a valid SIREN or SIRET (its key or its length)',
  'bad-setting': 'unknown setting or wrong value; "quittance setting --help" lists them',
  'bad-source': 'say where the rate was read, in 500 characters at most: --source TEXT',
  'bad-terms': 'payment terms cannot be read; examples: 30d, 60d, 45d-eom, eom',
  'bad-vat': 'that is not a valid VAT number (its country, its key or its length)',
  'channel-not-of-step': 'that step does not go by this channel',
  'creditor-needed': 'there are several creditors: say which with --creditor',
  'date-before-last-run': 'that date is before the last day decided',
  'date-in-the-future': 'the date is after the day on which it is recorded',
  'day-needed': 'say the day: --by DATE',
  'delivery-under-way': 'another delivery is under way; try again in a moment',
  'item-needed': 'say which invoice is disputed: --item INVOICE',
  'mandate-missing': 'a debtor of these instalments has no mandate in the file',
  'mandate-of-a-business': "a business-to-business mandate cannot be a consumer's",
  'mandate-too-late': 'a mandate is signed after the day of its debit',
  'mandate-used-twice': 'a one-off mandate serves for one debit alone, and several instalments are due',
  'message-lacks': 'that message cannot be written yet: a piece of it is missing',
  'iban-missing': 'there is no IBAN to pay on: "quittance creditor CODE --iban IBAN" gives it',
  'idle-option': 'that option does not go with that outcome',
  'impossible-dates': 'those dates are impossible: the last before the first, before 1999, or a year ahead',
  'no-document': 'no PDF is kept of that invoice; "quittance document NUMBER FILE" gives one',
  'no-header': 'no line of column names was found; --mapping says which column is what',
  'not-a-call': 'that action is not a call: --note takes free words',
  'not-a-letter': 'that action is not a letter; "quittance message ID" shows its text',
  'not-a-stock':
    'an electronic invoice does not list all that is owed: --mode stock would settle the rest; leave it out',
  'no-plan':
    'this case has no payment plan in force; "record" notes one: "plan 3 x 400.00 from DATE monthly"',
  'not-bodacc': 'that file holds no notices of the BODACC: take the JSON export of its open data',
  'not-of-a-case': 'bank data belongs to the creditor: "quittance bank-data CREDITOR DATE"',
  'not-in-euros': 'this case is not in euros: VAT is stated in euros',
  'nothing-irrecoverable': 'no invoice of this case is recorded as irrecoverable',
  'not-empty': 'this folder holds a company already: load the demo in a folder of its own (--data DIR)',
  'no-mailbox': 'no mailbox to read: IMAP_URL or MAILBOXES_FILE names it; docs/inbox.md says how',
  'no-status':
    'only an association or a co-ownership acts as one kind or the other: give --status, or --kind',
  'no-text': 'there is no such text; "quittance text list" lists them',
  'notice-lacks': 'that formal notice cannot be written yet: some of its parts are missing',
  'not-left': 'no e-mail has left for that action; without --eml its text is shown',
  'not-now': 'that cannot be done to this action in its present state',
  'nothing-open': 'nothing is open: all is settled, or nothing is overdue; name the invoices',
  'nothing-to-preview': 'nothing is owed, so there is nothing to write',
  'nothing-to-reset': 'no text of your own there: the one that comes with the program is in use',
  'nothing-to-pay':
    'nothing of it is to be paid by a transfer: settled, disputed, covered by a credit, or held',
  'plan-needed': 'say the plan that is granted: --count N --amount AMOUNT --by FIRST-DATE',
  'no-postal-provider':
    'no postal provider: give its keys (docs/posting.md), or post letters yourself: "quittance post print"',
  'no-text-provider': 'no provider of text messages: give its keys (docs/posting.md)',
  'quiet-hours': 'no text message at this hour: on a working day, from 10 to 13 or from 14 to 20',
  'sending-off': 'sending is off: "quittance sending on" lets messages leave',
  'no-proof': 'that document is not there yet: "quittance post track" asks the provider for it',
  'number-of-one-letter': 'a tracking number is of one letter: tick them one by one',
  'outcome-lacks': 'that outcome needs a date: --by for a promise, --next for a call back',
  'picture-too-large': 'the picture is larger than 1 MB: make it smaller, 1,000 pixels of width are enough',
  'picture-unknown-format': 'that file is neither a PNG, nor a JPEG, nor an SVG',
  'picture-unreadable': 'that picture cannot be printed: save it again, as a PNG for instance',
  'plan-forbidden':
    'insolvency or over-indebtedness proceedings are open: earlier claims are not paid by a plan',
  'qr-not-in-euros': 'this case is not in euros: a SEPA transfer knows no other currency',
  'rate-contradicts': 'another rate is known already for some of these days; "quittance rates" lists them',
  'rate-not-recorded': 'nobody recorded a rate from that day; "quittance rates" lists them',
  'rate-of-the-program': 'that rate comes with the program and cannot be removed',
  'rate-without-clause': 'a contract rate goes with its clause: --contract-rate 12 --contract-clause "T&C 7"',
  'simulation-too-long': 'a simulation covers three years at most',
  'status-settles-kind':
    'an association or a co-ownership takes --acts-as, not --kind (--status none clears it)',
  'unassigned-message': 'that message has no case yet: "quittance inbox assign ID DEBTOR" ties it to one',
  'tax-unknown':
    'the VAT of this invoice is not known: record it with "tax INVOICE AMOUNT" (0.00 where there is none)',
  'test-not-sent': 'the test did not leave',
  'unknown-action': 'no such action; "quittance actions" lists them',
  'no-creditor': 'no creditor yet: import invoices first, or "quittance creditor CODE"',
  'texts-refused': 'those texts cannot be taken: each fault is told with its file and its line',
  'unknown-entry': 'no such bank entry; "quittance bank" lists them',
  'unknown-tracking-number': 'that number is of no letter, or of several: add the column "action" (12-3)',
  'unknown-creditor': 'no creditor has that code; "quittance creditor" lists them',
  'unknown-invoice': 'no invoice has that number: import it first',
  'unknown-debtor': 'no case matches (code, name, CREDITOR/CODE or invoice)',
  'unknown-item': 'the case has no such invoice',
  'unknown-message': 'no such message; "quittance inbox --all" lists them',
  'unknown-rate':
    'a rate that the claim needs is not known, and is never guessed; "quittance rates add" records a published one',
  'unknown-scenario': 'unknown scenario',
  'unknown-suggestion':
    'that message suggests no such thing; "quittance inbox show ID" lists what it suggests',
  unprintable: 'that letter cannot be printed: its address is too long, or the font lacks some characters',
  'unknown-step': 'the scenario has no such step',
  'unknown-version': 'there is no such version; "quittance text history STEP" lists them',
  'unlawful-wording':
    'that text may not leave: it says what the law forbids, or fails to say what it requires',
  'until-before-from': 'the period would end before it begins',
  'which-suggestion': 'that message suggests several things: say which by its number',
  'version-refused': 'that version no longer passes the check; "quittance text set" says why',
}

/**
 * What a case refuses, and what is wrong with a file, are said whole in both languages. Any other refusal has words of its own, with
 * names, in French; in English those of its code, or the French behind the code.
 */
export function refusalSentence({ refused, message, byCase, byFile, byMandates }: Refused): Phrase {
  if (byCase) return refusalOfCase(byCase)
  if (byFile) return inBoth(language => sentenceOfFile(byFile, language))
  if (byMandates) return inBoth(language => inMandates(byMandates, language))
  const ofCode = { ...ENGLISH, ...PAYMENT_CODES }[refused]
  return { fr: message, en: ofCode ?? `${refused} (${message})` }
}

const PAYMENT_CODES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PAYMENT_CODE_FAULTS).map(([code, { en }]) => [code, en]),
)

function sentenceOfFile({ file, problem }: NonNullable<Refused['byFile']>, language: Language): string {
  return inFile(file, problem.line, problemSentence(problem, language), language)
}

function inBoth(said: (language: Language) => string): Phrase {
  return { fr: said('fr'), en: said('en') }
}
