/** Header names reduced to what they say, so that `N° de Facture`, `num_facture` and `NumFacture` are one. */

const SKIPPED = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'en', 'eur', 'euros', 'of', 'the'])
const SAME = new Map(
  Object.entries({
    n: 'numero',
    no: 'numero',
    num: 'numero',
    nr: 'numero',
    number: 'numero',
    dt: 'date',
    ech: 'echeance',
    mt: 'montant',
    mnt: 'montant',
    mtt: 'montant',
    fact: 'facture',
    fac: 'facture',
    factures: 'facture',
    clients: 'client',
    cli: 'client',
    restante: 'restant',
    'd?': 'exigible',
  }),
)
/** Words that make another thing of a column, whatever else its header says. */
const OTHER = new Set([
  'ht',
  'tva',
  'taux',
  'devise',
  'prevue',
  'prevu',
  'jours',
  'jour',
  'retard',
  'adresse',
  'address',
  'livraison',
  'delivery',
  'shipping',
  'type',
])
const TELLING = new Set([
  'echeance',
  'siren',
  'siret',
  'email',
  'courriel',
  'telephone',
  'lettrage',
  'impaye',
])
/** `Reste dû`, `MONTANT DU`: not the article, which is never the last word. */
const OWED = /\bdu(?=\s*(?:$|ttc|en |eur|€|\())/g
/** The longest header worth reading; a cell beyond it is data. */
const LONGEST = 80

const PLAIN = /^[ -~]*$/

/** Lower case words without accents; `?` stays where a letter was lost (`Pi?ce`). */
export function canonical(header: string): string {
  return fold(header.slice(0, LONGEST).replace(/([a-z\d])([A-Z])/g, '$1 $2'))
    .replace(/\be[ -]mail\b/g, 'email')
    .replace(OWED, 'exigible')
    .replace(/[^a-z\d?]+/g, ' ')
    .trim()
    .split(' ')
    .map(word => SAME.get(word.replace(/^n\?$/, 'n')) ?? word)
    .filter((word, index, words) => word !== '?' && !isSkipped(word, index === words.length - 1))
    .join(' ')
}

/** `Réglé le` is a date, `Réglé` an amount. */
function isSkipped(word: string, last: boolean): boolean {
  return SKIPPED.has(word) && !(last && word === 'le')
}

/** No accents, no case, the marks of lost letters as `?`. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .replace(/\uFFFD+/g, '?')
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
}

/** A word that says enough to be recognised among any others. */
export function isTelling(word: string): boolean {
  return TELLING.has(word)
}

/** The header has a word that makes another thing of the column than the wanted one. */
export function denies(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some(word => OTHER.has(word) && !wanted.includes(word))
}
