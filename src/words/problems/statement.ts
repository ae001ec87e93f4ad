/** What is wrong with a bank statement, or with an entry of it. CAMT's own: camt.ts. */
import { phrases } from '../language.ts'

/** What a file that was cut short ends before. */
const ENDS = {
  'cfonb-120': { fr: 'le nouveau solde (07)', en: 'the new balance (07)' },
  mt940: { fr: 'le solde final (:62F:)', en: 'the closing balance (:62F:)' },
  ofx: { fr: 'la fin du relevé (</STMTRS>)', en: 'the end of the statement (</STMTRS>)' },
}

export const STATEMENT_PROBLEMS = phrases(
  {
    'no-statement': {
      camt: () => 'Le fichier ne contient aucun relevé : prenez-le à nouveau auprès de la banque.',
      'cfonb-120': () => "Le fichier n'a aucun ancien solde (01) : aucun relevé n'y commence.",
      ofx: () => "Le fichier OFX n'a aucun relevé de compte ni de carte (<STMTRS> ou <CCSTMTRS>).",
      qif: () => "Le fichier QIF n'a aucune partie de compte bancaire (!Type:Bank).",
    },
    'truncated-file': ({ format }: { format: keyof typeof ENDS }) =>
      `Le fichier s'arrête avant ${ENDS[format].fr} : il est coupé, téléchargez-le de nouveau.`,
    'statement-not-closed': {
      'cfonb-120': () =>
        'Un relevé commence avant le nouveau solde (07) du précédent, dont le solde final reste inconnu.',
      mt940: () => 'Un relevé commence avant le solde final (:62F:) du précédent, qui reste inconnu.',
    },
    'balances-differ': ({ account }: { account: string | null }) =>
      `Le relevé${account === null ? '' : ` du compte ${account}`} : solde initial et mouvements ne donnent pas le solde final ; il est pris tel quel.`,
    'unreadable-balance': {
      'cfonb-120': ({
        what,
        balance,
        text,
      }: {
        what: 'date' | 'amount'
        balance: 'old' | 'new'
        text: string
      }) =>
        `${what === 'date' ? 'La date' : 'Le montant'} ${balance === 'old' ? "de l'ancien solde" : 'du nouveau solde'} est illisible (« ${text} ») : il reste inconnu.`,
      mt940: ({ balance, tag }: { balance: 'opening' | 'closing'; tag: string }) =>
        `${balance === 'opening' ? 'Le solde initial' : 'Le solde final'} (:${tag}:) est illisible, il reste inconnu.`,
      ofx: ({ text }: { text: string }) => `Le solde final « ${text} » est illisible, il reste inconnu.`,
    },
    'stray-record': {
      entry: ({ record }: { record: string }) =>
        `Un enregistrement ${record} doit venir après un ancien solde (01), il n'est pas repris.`,
      complement: ({ record }: { record: string }) =>
        `Un enregistrement ${record} doit venir après un mouvement (04), il n'est pas repris.`,
      field: ({ tag }: { tag: string }) => `:${tag}: doit venir après :20:, il n'est pas repris.`,
    },
    'other-account': ({ record }: { record: string }) =>
      `Cet enregistrement ${record} porte un autre compte que celui du relevé, où il est laissé.`,
    'unknown-record': ({ text }: { text: string }) =>
      `« ${text} » n'est pas un enregistrement CFONB 120 (01, 04, 05, 07).`,
    'short-record': ({ record, length, expected }: { record: string; length: number; expected: number }) =>
      `L'enregistrement ${record} n'a que ${length} caractères au lieu de ${expected}, il n'est pas repris.`,
    'section-skipped': ({ section }: { section: string }) =>
      `La partie « ${section} » n'est pas d'un compte bancaire, elle n'est pas reprise.`,
    'bad-entry': () =>
      "Ce mouvement (:61:) est illisible, il n'est pas repris : date, sens (C ou D) et montant sont attendus.",
    'not-an-entry': () => "Sans date ou de total, ce n'est pas un mouvement.",
    'debit-and-credit': () => "Le débit et le crédit sont tous deux remplis : le mouvement n'est pas repris.",
    'sign-and-side-differ': {
      side: () => 'Montant négatif et sens crédit se contredisent ; le sens est retenu, à vérifier.',
      sign: () =>
        'Le mouvement est dit débit (DEBIT) mais son montant est positif ; le signe du montant est retenu.',
    },
    'text-too-long': ({ most }: { most: number }) =>
      `Un texte dépasse ${most} caractères, le mouvement n'est pas repris.`,
  },
  {
    'no-statement': {
      camt: () => 'The file holds no statement: get it again from the bank.',
      'cfonb-120': () => 'The file has no old balance (01): no statement begins in it.',
      ofx: () => 'The OFX file has no statement of an account or a card (<STMTRS> or <CCSTMTRS>).',
      qif: () => 'The QIF file has no section of a bank account (!Type:Bank).',
    },
    'truncated-file': ({ format }) =>
      `The file ends before ${ENDS[format].en}: it is cut short, download it again.`,
    'statement-not-closed': {
      'cfonb-120': () =>
        'A statement begins before the new balance (07) of the previous one, whose closing balance stays unknown.',
      mt940: () =>
        'A statement begins before the closing balance (:62F:) of the previous one, which stays unknown.',
    },
    'balances-differ': ({ account }) =>
      `The statement${account === null ? '' : ` of account ${account}`}: opening balance and entries do not add up to the closing balance; it is taken as it is.`,
    'unreadable-balance': {
      'cfonb-120': ({ what, balance, text }) =>
        `The ${what} of the ${balance} balance cannot be read ("${text}"): it stays unknown.`,
      mt940: ({ balance, tag }) => `The ${balance} balance (:${tag}:) cannot be read: it stays unknown.`,
      ofx: ({ text }) => `The closing balance "${text}" cannot be read: it stays unknown.`,
    },
    'stray-record': {
      entry: ({ record }) => `A record ${record} must come after an old balance (01): it is not taken.`,
      complement: ({ record }) => `A record ${record} must come after an entry (04): it is not taken.`,
      field: ({ tag }) => `:${tag}: must come after :20: and is not taken.`,
    },
    'other-account': ({ record }) =>
      `This record ${record} is of another account than its statement, where it is left.`,
    'unknown-record': ({ text }) => `"${text}" is not a record of CFONB 120 (01, 04, 05, 07).`,
    'short-record': ({ record, length, expected }) =>
      `The record ${record} has only ${length} characters instead of ${expected}: it is not taken.`,
    'section-skipped': ({ section }) => `The section "${section}" is not of a bank account: it is not taken.`,
    'bad-entry': () =>
      'This entry (:61:) cannot be read and is not taken: a date, a side (C or D) and an amount are expected.',
    'not-an-entry': () => 'No date, or a row of totals: this is not an entry.',
    'debit-and-credit': () => 'Debit and credit are both filled in: the entry is not taken.',
    'sign-and-side-differ': {
      side: () =>
        'A negative amount and the side "credit" contradict each other; the side is taken, to be checked.',
      sign: () =>
        'The entry is said to be a debit (DEBIT) but its amount is positive; the sign of the amount is taken.',
    },
    'text-too-long': ({ most }) => `A text is longer than ${most} characters: the entry is not taken.`,
  },
)
