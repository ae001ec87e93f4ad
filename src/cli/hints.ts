/** What ends the sentence of a refusal at the command line: the option or the command that helps. */
import { phrases } from '../words/language.ts'
import type { Sentences } from '../words/refusals/refused.ts'

/** By code and, where it has several sentences, by kind; out of the same parameters. */
type HintsFor<Said> = { [Code in keyof Said]?: HintFor<Said[Code]> }
type HintFor<Sentence> = Sentence extends string
  ? string
  : Sentence extends (params: infer Params) => string
    ? string | ((params: Params) => string)
    : HintsFor<Sentence>

const FRENCH: HintsFor<Sentences> = {
  'ambiguous-invoice': ' ; précisez --debtor',
  'no-creditor': ', ou « quittance creditor CODE »',
  'creditor-needed': { any: ' ; --creditor le dit', 'of-account': ' ; --creditor le dit' },
  'bad-source': ' : --source "arrêté du …, JO du …"',
  'rate-without-clause': ', comme --contract-rate 12 --contract-clause "CGV art. 7"',
  'unknown-action': ' ; « quittance actions » les liste',
  'not-now': {
    'not-suggested': ' ; « bank match » la rapproche',
    'paid-since': ' : « bank match » rapproche autrement',
  },
  'not-a-call': {
    prepare: ({ action }) => ` ; « quittance message ${action} » montre son texte`,
    report: " : --outcome ne s'applique pas ; --note prend des mots libres",
  },
  'idle-option': ({ part }) => ` (${PART_OPTIONS[part]})`,
  'outcome-lacks': {
    by: ' : ajoutez --by AAAA-MM-JJ',
    'by-to-come': ' : --by',
    next: ' ajoutez --next AAAA-MM-JJ',
  },
  'not-of-a-case': ' : « quittance bank-data CREANCIER DATE »',
  'not-a-letter': {
    print: ({ action }) => ` : « quittance message ${action} » en montre le texte`,
    step: ' : « --channel letter » où elle le peut',
  },
  'no-plan': ' : « record "plan 3 x 400.00 from AAAA-MM-JJ monthly" » en note un',
  'iban-missing': ' : « quittance creditor CODE --iban IBAN » le donne',
  'sending-off': ' : « quittance sending on » les autorise',
  'no-postal-provider': ', ou « quittance post print » pour poster vous-même',
  'not-left': ' ; sans --eml, son texte est montré',
  'no-proof': ' ; « quittance post track » la demande au prestataire',
  'partly-held': {
    letter: ' : « quittance run » refait la lettre',
    text: ' : « quittance run » refait le message',
  },
  'no-postal-address': ({ debtor }) => ` : « quittance debtor ${debtor} --address "…" »`,
  'electronic-mail-not-agreed': ({ debtor }) =>
    ` : « quittance debtor ${debtor} --electronic-mail-consent DATE », ou un recommandé papier`,
  'unknown-rate': ' ; « quittance rates add » enregistre un taux publié',
  'tax-unknown': { notice: ({ invoice }) => ` : notez-la par « tax ${invoice} MONTANT »` },
  'nothing-irrecoverable': ' : « irrecoverable FACTURE "MOTIF" » le note',
  'unknown-message': ' ; « quittance inbox --all » les liste',
  'unassigned-message': ({ message }) => ` : « inbox assign ${message} DEBITEUR » le rattache`,
  'unknown-suggestion': ({ message }) => ` : « inbox show ${message} »`,
  'day-needed': { promise: ' : --by DATE', insolvency: ' : --by DATE' },
  'amount-needed': ' : --amount MONTANT',
  'plan-needed': ' : --count N --amount MONTANT --by PREMIÈRE-DATE',
  'item-needed': { which: ' : --item FACTURE', 'one-amount': ' : --item FACTURE --amount MONTANT' },
  'no-text': { step: ' ; « quittance text list » les liste' },
  'unknown-version': ({ step }) => ` ; « quittance text history ${step} » les liste`,
  'version-refused': ' ; « quittance text set » dit pourquoi',
  'rate-not-recorded': ' ; « quittance rates » les liste',
  'no-status': ' (--status avec --acts-as, ou --kind)',
  'status-settles-kind': ' (--acts-as, et non --kind ; --status none efface le statut)',
  'not-empty': ' (--data DOSSIER)',
  'no-document': ({ number }) => ` ; « quittance document ${number} FICHIER » en donne un`,
  'not-a-stock': ' : importez-la sans --mode stock',
}

const ENGLISH: HintsFor<Sentences> = {
  'ambiguous-invoice': '; say which with --debtor',
  'no-creditor': ', or "quittance creditor CODE"',
  'creditor-needed': { any: '; --creditor says it', 'of-account': '; --creditor says it' },
  'bad-source': ': --source TEXT',
  'rate-without-clause': ', as in --contract-rate 12 --contract-clause "T&C 7"',
  'unknown-action': '; "quittance actions" lists them',
  'not-now': {
    'not-suggested': '; "bank match" matches it',
    'paid-since': ': "bank match" matches it otherwise',
  },
  'not-a-call': {
    prepare: ({ action }) => `; "quittance message ${action}" shows its text`,
    report: ': --outcome does not apply; --note takes free words',
  },
  'idle-option': ({ part }) => ` (${PART_OPTIONS[part]})`,
  'outcome-lacks': { by: ': add --by YYYY-MM-DD', 'by-to-come': ': --by', next: ' add --next YYYY-MM-DD' },
  'not-of-a-case': ': "quittance bank-data CREDITOR DATE"',
  'not-a-letter': {
    print: ({ action }) => `: "quittance message ${action}" shows its text`,
    step: ': "--channel letter" where it can',
  },
  'no-plan': ': "record" notes one, like "plan 3 x 400.00 from YYYY-MM-DD monthly"',
  'iban-missing': ': "quittance creditor CODE --iban IBAN" gives it',
  'sending-off': ': "quittance sending on" lets messages leave',
  'no-postal-provider': ', or post letters yourself: "quittance post print"',
  'not-left': '; without --eml its text is shown',
  'no-proof': '; "quittance post track" asks the provider for it',
  'partly-held': {
    letter: ': "quittance run" writes the letter again',
    text: ': "quittance run" writes the message again',
  },
  'no-postal-address': ({ debtor }) => `: quittance debtor ${debtor} --address "…"`,
  'electronic-mail-not-agreed': ({ debtor }) =>
    `: "quittance debtor ${debtor} --electronic-mail-consent DATE", or registered mail on paper`,
  'unknown-rate': '; "quittance rates add" records a published one',
  'tax-unknown': { notice: ({ invoice }) => `: record it with "tax ${invoice} AMOUNT"` },
  'nothing-irrecoverable': ': record \'irrecoverable INVOICE "REASON"\'',
  'unknown-message': '; "quittance inbox --all" lists them',
  'unassigned-message': ({ message }) => `: "inbox assign ${message} DEBTOR" ties it to one`,
  'unknown-suggestion': ({ message }) => `: "inbox show ${message}"`,
  'day-needed': { promise: ': --by DATE', insolvency: ': --by DATE' },
  'amount-needed': ': --amount AMOUNT',
  'plan-needed': ': --count N --amount AMOUNT --by FIRST-DATE',
  'item-needed': { which: ': --item INVOICE', 'one-amount': ': --item INVOICE --amount AMOUNT' },
  'no-text': { step: '; "quittance text list" lists them' },
  'unknown-version': ({ step }) => `; "quittance text history ${step}" lists them`,
  'version-refused': '; "quittance text set" says why',
  'rate-not-recorded': '; "quittance rates" lists them',
  'no-status': ' (--status with --acts-as, or --kind)',
  'status-settles-kind': ' (--acts-as, not --kind; --status none clears the status)',
  'not-empty': ' (--data FOLDER)',
  'no-document': ({ number }) => `; "quittance document ${number} FILE" gives one`,
  'not-a-stock': ': import it without --mode stock',
}

const PART_OPTIONS = { amount: '--amount', by: '--by', items: '--item', next: '--next' } as const

export const HINTS = phrases(FRENCH, ENGLISH)
