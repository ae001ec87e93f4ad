/** What is wrong with a statement in CAMT. Its entries have no line: they are told by their number, and their account where it is known. */
import { type Language, type Phrase, phrases, SEPARATOR } from '../language.ts'

export type CamtEntry = { entry: number; account: string | null }
type Account = { account: string | null }

/** What is wrong with an amount, to stand after it. */
const AMOUNT_FAULTS = {
  empty: { fr: 'est vide', en: 'is empty' },
  comma: {
    fr: 'a une virgule, là où la norme veut un point',
    en: 'has a comma where the standard wants a point',
  },
  unreadable: { fr: 'ne se lit pas', en: 'cannot be read' },
  negative: {
    fr: 'est négatif, alors que le sens est donné à part',
    en: 'is negative, although its side is given apart',
  },
  decimals: { fr: 'a plus de deux décimales', en: 'has more than two decimals' },
} satisfies Readonly<Record<string, Phrase>>

export type CamtAmountFault = keyof typeof AMOUNT_FAULTS

export const CAMT_PROBLEMS = phrases(
  {
    'negative-amount': ({ text, ...entry }: CamtEntry & { text: string }) =>
      leftOut(entry, camtAmount(text, 'negative', 'fr'), 'fr'),
    'too-many-decimals': ({ text, ...entry }: CamtEntry & { text: string }) =>
      leftOut(entry, camtAmount(text, 'decimals', 'fr'), 'fr'),
    'no-direction': (entry: CamtEntry) => leftOut(entry, 'ni débit ni crédit (CdtDbtInd)', 'fr'),
    'no-date': (entry: CamtEntry) => leftOut(entry, 'aucune date', 'fr'),
    'no-booking-date': (entry: CamtEntry) =>
      `${entryOf(entry, 'fr')} : sans date d’opération, sa date de valeur en tient lieu.`,
    'bad-value-date': (entry: CamtEntry) =>
      `${entryOf(entry, 'fr')} : date de valeur illisible, laissée vide.`,
    'batch-not-split': ({ transactions, ...entry }: CamtEntry & { transactions: number }) =>
      `${entryOf(entry, 'fr')} : elle regroupe ${transactions} opérations dont les montants manquent ou ne donnent pas son total ; elle est prise en une seule ligne.`,
    'bad-balance': ({ balance, account, fault }: Account & { balance: string; fault: BalanceFault }) =>
      `Le solde ${balance}${account === null ? '' : ` du compte ${account}`} ${fault === 'no-side' ? 'n’est ni débiteur ni créditeur' : AMOUNT_FAULTS[fault].fr} : il n’est pas pris.`,
    'no-account': () => 'Relevé sans compte : le fichier ne dit pas de quel compte il s’agit.',
    'pending-left-out': ({ account, entries }: Account & { entries: number }) =>
      `${accountOf(account, 'fr')} : ${entries} écriture(s) en attente ou pour information, non prise(s).`,
    'other-currency': ({
      account,
      entries,
      currency,
    }: Account & { entries: number; currency: string | null }) =>
      `${accountOf(account, 'fr')} : ${entries} écriture(s) dans une autre devise que ${currency}.`,
    'other-currency-balance': ({ account, currency }: Account & { currency: string | null }) =>
      `${accountOf(account, 'fr')} : un solde est dans une autre devise que ${currency}, non vérifié.`,
    'old-version': ({ version }: { version: string }) =>
      `La version ${version} de ce message n’est pas prise en charge : demandez à la banque la 02 ou une plus récente.`,
    'new-version': ({ version }: { version: string }) =>
      `La version ${version} est plus récente que celles qui sont connues (02 à 12) : vérifiez le premier import.`,
  },
  {
    'negative-amount': ({ text, ...entry }) => leftOut(entry, camtAmount(text, 'negative', 'en'), 'en'),
    'too-many-decimals': ({ text, ...entry }) => leftOut(entry, camtAmount(text, 'decimals', 'en'), 'en'),
    'no-direction': entry => leftOut(entry, 'neither debit nor credit (CdtDbtInd)', 'en'),
    'no-date': entry => leftOut(entry, 'no date', 'en'),
    'no-booking-date': entry => `${entryOf(entry, 'en')}: no booking date, its value date is taken instead.`,
    'bad-value-date': entry => `${entryOf(entry, 'en')}: its value date cannot be read and is left empty.`,
    'batch-not-split': ({ transactions, ...entry }) =>
      `${entryOf(entry, 'en')}: it groups ${transactions} transactions whose amounts are missing or do not add up to its total; it is taken as a single line.`,
    'bad-balance': ({ balance, account, fault }) =>
      `The ${balance} balance${account === null ? '' : ` of account ${account}`} ${fault === 'no-side' ? 'is neither a debit nor a credit' : AMOUNT_FAULTS[fault].en}: it is not taken.`,
    'no-account': () => 'Statement without an account: the file does not say which account it is of.',
    'pending-left-out': ({ account, entries }) =>
      `${accountOf(account, 'en')}: entries pending or for information, not taken: ${entries}.`,
    'other-currency': ({ account, entries, currency }) =>
      `${accountOf(account, 'en')}: entries in another currency than ${currency}: ${entries}.`,
    'other-currency-balance': ({ account, currency }) =>
      `${accountOf(account, 'en')}: a balance is in another currency than ${currency}, and was not checked.`,
    'old-version': ({ version }) =>
      `Version ${version} of this message is not supported: ask the bank for version 02 or a later one.`,
    'new-version': ({ version }) =>
      `Version ${version} is later than those known (02 to 12): check the first import.`,
  },
)

type BalanceFault = CamtAmountFault | 'no-side'

/** An entry that can't be taken, and why. */
export function leftOut(entry: CamtEntry, why: string, language: Language): string {
  const end = language === 'fr' ? 'elle est laissée' : 'it is left out'
  const colon = language === 'fr' ? ' : ' : ': '
  return `${entryOf(entry, language)}${colon}${why}${SEPARATOR[language]}${end}.`
}

export function camtDate(text: string, language: Language): string {
  return language === 'fr'
    ? `la date ${text === '' ? '' : `« ${text} » `}n’existe pas`
    : `the date ${text === '' ? '' : `"${text}" `}does not exist`
}

export function camtAmount(text: string, fault: CamtAmountFault, language: Language): string {
  return language === 'fr'
    ? `le montant ${text === '' ? '' : `« ${text} » `}${AMOUNT_FAULTS[fault].fr}`
    : `the amount ${text === '' ? '' : `"${text}" `}${AMOUNT_FAULTS[fault].en}`
}

function entryOf({ entry, account }: CamtEntry, language: Language): string {
  const number = language === 'fr' ? `Écriture n° ${entry}` : `Entry no. ${entry}`
  if (account === null) return number
  return language === 'fr' ? `${number} du compte ${account}` : `${number} of account ${account}`
}

function accountOf(account: string | null, language: Language): string {
  if (account === null) return language === 'fr' ? 'Relevé sans compte' : 'Statement without an account'
  return language === 'fr' ? `Compte ${account}` : `Account ${account}`
}
