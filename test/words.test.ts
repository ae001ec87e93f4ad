/**
 * What a person reads from domain, formats, app or store stands in src/words, French and English. This looks for sentences left behind.
 * Countries and documents are not searched: facts about France and texts to debtors are theirs.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = dirname(import.meta.dirname)
const SEARCHED = ['domain', 'formats', 'app', 'store']

/** Words that are data: nobody is told them. */
const DATA: Readonly<Record<string, string>> = {
  'src/app/desk.ts': 'the name of the demonstration',
  'src/app/setup/demo-company.ts': 'the company of the demonstration, its debtors and what they do',
  'src/domain/fold-text.ts': 'a letter and what it is folded to',
  'src/domain/match/match-name.ts': 'words that do not tell one name from another',
  'src/domain/organisation/sms-text.ts': 'the alphabet of text messages',
  'src/formats/containers/xml-tree.ts': 'why a text is no XML, quoted as the parser says it',
  'src/formats/mail/email-new-text.ts': 'what mail programs write under a message',
  'src/formats/mail/email-quote.ts': 'what mail programs write above a quotation',
  'src/formats/plain-letters.ts': 'letters and their plain forms',
  'src/formats/registers/mandates.ts': 'titles of columns',
  'src/formats/registers/tracking.ts': 'titles of columns, words of the post',
  'src/formats/replies/reply-causes-fr.ts': 'what debtors write',
  'src/formats/replies/reply-disputes-fr.ts': 'what debtors write',
  'src/formats/replies/reply-money-en.ts': 'what debtors write',
  'src/formats/replies/reply-money-fr.ts': 'what debtors write',
  'src/formats/replies/reply-suggestions.ts': 'what debtors write',
  'src/formats/replies/stated-day.ts': 'how people write a day',
  'src/formats/statements/bank-columns.ts': 'titles of columns',
  'src/formats/tables/column-synonyms.ts': 'titles of columns',
  'src/formats/tables/party-synonyms.ts': 'titles of columns',
  'src/formats/text-encoding.ts': 'the letters of Windows-1252',
  'src/store/embedded/embedded-binaries.ts': 'an outage, told to who runs the machine',
}

/** Letters and quotation marks that only French has here. */
const FRENCH_SIGNS = /[àâçéèêëîïôùûœ«»]/i
const FRENCH =
  /(^|[\s'’(])(le|la|les|un|une|des|du|de|[dln]['’]\S+|est|sont|pas|ne|sans|pour|avec|dans|qui|que|aux?|sur|ce|cette|et|ou|il|elle|aucune?)(?=[\s'’.,;:)]|$)/i
const ENGLISH =
  /(^|\s)(the|an?|is|are|was|were|not|of|with|without|for|that|this|has|have|cannot|can't|its|must)(?=\s)/i
/** A query's own signs and words. */
const QUERY = /[=$_]|\b(select|insert|update|delete|where|join|lock|nulls|jsonb)\b/

test('no sentence for people is left in domain, formats, app or store', () => {
  const holding = SEARCHED.flatMap(folder => filesUnder(`src/${folder}`)).filter(holdsSentence)
  expect(holding.sort()).toEqual(Object.keys(DATA).sort())
})

test('a sentence is known by its words', () => {
  for (const text of ['Le fichier est vide.', 'déjà soldée', 'rien à dire', 'the file is not a table'])
    expect(isSentence(text)).toBe(true)
  for (const text of ['bad-date', 'Code client', 'select a from b where c is not null', 'the F-1'])
    expect(isSentence(text)).toBe(false)
})

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => `${folder}/${name}`)
}

/** A bug or an outage throws in English, for who repairs it. */
function holdsSentence(file: string): boolean {
  const source = readFileSync(join(ROOT, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^.*\bassert\(.*$/gm, '')
    .replace(/\bnew \w*(Error|Outage)\(/g, '$&thrown: ')
  const literal = /(thrown: \s*)?(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g
  return [...source.matchAll(literal)].some(([, thrown, ...texts]) => {
    const text = (texts.find(found => found !== undefined) ?? '').replace(/\$\{[^{}]*\}/g, '…')
    return thrown === undefined ? isSentence(text) : isFrench(text)
  })
}

function isSentence(text: string): boolean {
  if (isFrench(text)) return true
  return !QUERY.test(text) && text.trim().split(/\s+/).length > 3 && ENGLISH.test(text)
}

function isFrench(text: string): boolean {
  if (FRENCH_SIGNS.test(text)) return true
  return !QUERY.test(text) && text.trim().split(/\s+/).length > 2 && FRENCH.test(text)
}
