import { Command, CommanderError, Option } from 'commander'
import { isPersonName, PROGRAM_ACTORS } from '../../domain/access/actor.ts'
import { LANGUAGES, type Language } from '../../words/language.ts'
import { addBadDebts } from '../claims/bad-debts.ts'
import { addBalances } from '../claims/balances.ts'
import { addClaim } from '../claims/claim.ts'
import { addClaims } from '../claims/claims.ts'
import { addDebtor } from '../claims/debtor.ts'
import { addDueDate } from '../claims/due-date.ts'
import { addExport } from '../claims/export.ts'
import { addJournal } from '../claims/journal.ts'
import { addQr } from '../claims/qr.ts'
import { addRates } from '../claims/rates.ts'
import { addAction } from '../day/action.ts'
import { addActions } from '../day/actions.ts'
import { addCall } from '../day/call.ts'
import { addDeliver } from '../day/deliver.ts'
import { addLetter } from '../day/letter.ts'
import { addLetterhead } from '../day/letterhead.ts'
import { addLimitation } from '../day/limitation.ts'
import { addPost } from '../day/post.ts'
import { addPreview } from '../day/preview.ts'
import { addRecord } from '../day/record.ts'
import { addRun } from '../day/run.ts'
import { addSimulate } from '../day/simulate.ts'
import { addSms } from '../day/sms.ts'
import { addStory } from '../day/story.ts'
import { addWhy } from '../day/why.ts'
import { addBank } from '../imports/bank.ts'
import { addBankData } from '../imports/bank-data.ts'
import { addDocument } from '../imports/document.ts'
import { addImport } from '../imports/import.ts'
import { addImportBank } from '../imports/import-bank.ts'
import { addImportBodacc } from '../imports/import-bodacc.ts'
import { addImportTracking } from '../imports/import-tracking.ts'
import { addRead } from '../imports/read.ts'
import { addInbox } from '../inbox/inbox.ts'
import { Discrepancy, dateOption, invalid, Misuse, type Shell, toJson } from '../shell.ts'
import { addOwnTexts } from '../texts/own-texts.ts'
import { addTexts } from '../texts/texts.ts'
import { addBench, type Bench } from './bench.ts'
import { sayHelp } from './help-language.ts'
import { addOperations } from './operations.ts'
import { nameRefusedValues } from './refused-values.ts'
import { addServe, type Serve } from './serve.ts'
import { addSettings } from './settings.ts'

/**
 * Runs one command. Returns the exit code: 0 done · 1 failed, or a difference found · 2 wrong use, or input that
 * can't be taken whole, of which nothing was written.
 */
export async function runCommandLine(
  words: readonly string[],
  shell: Shell,
  serve: Serve,
  bench: Bench,
): Promise<number> {
  const spoken: Shell = { ...shell, language: languageAsked(words) ?? shell.language }
  const program = buildProgram(spoken, serve, bench)
  try {
    await program.parseAsync([...words], { from: 'user' })
    return 0
  } catch (error) {
    return explain(error, spoken, words.includes('--json'))
  }
}

/** Known before anything is parsed, so that a refusal too is said in it. */
function languageAsked(words: readonly string[]): Language | undefined {
  const asked = words.flatMap((word, index) => {
    if (word === '--lang') return words[index + 1] ?? []
    return word.startsWith('--lang=') ? word.slice('--lang='.length) : []
  })
  return LANGUAGES.find(language => language === asked.at(-1))
}

export function buildProgram(shell: Shell, serve: Serve, bench: Bench): Command {
  const program = new Command('quittance')
    .description(
      'Quittance relance les factures impayées : décide chaque matin qui relancer, comment et pourquoi, envoie, et se souvient de tout.',
    )
    .option('--data <dossier>', 'dossier de la base de données embarquée (sinon DATABASE_URL)', undefined)
    .option('--json', 'répond par un document JSON')
    .option('--date <date>', 'jour de travail, AAAA-MM-JJ (aujourd’hui à Paris)', dateOption)
    .addOption(
      new Option(
        '--lang <langue>',
        'langue des réponses (sinon QUITTANCE_LANG, ou celle du système)',
      ).choices([...LANGUAGES]),
    )
    .option('--as <nom>', 'qui agit, nommé au journal (sinon l’utilisateur du système)', personName)
    .showSuggestionAfterError(true)
  addServe(program, shell, serve)
  const imports = addImport(program, shell)
  addImportBank(imports, shell)
  addImportBodacc(imports, shell)
  addDocument(program, imports, shell)
  addImportTracking(imports, shell)
  addRead(program, shell)
  addRun(program, shell)
  addDeliver(program, shell)
  addInbox(program, shell)
  addActions(program, shell)
  addAction(program, shell)
  addCall(program, shell)
  addPost(program, shell)
  addSms(program, shell)
  addRecord(program, shell)
  addBalances(program, shell)
  addBadDebts(program, shell)
  addWhy(program, shell)
  addClaim(program, shell)
  addClaims(program, shell)
  addLimitation(program, shell)
  addDueDate(program, shell)
  addRates(program, shell)
  addSimulate(program, shell)
  addStory(program, shell)
  addOwnTexts(program, shell)
  addPreview(program, shell)
  addTexts(program, shell)
  addLetter(program, shell)
  addLetterhead(program, shell)
  addExport(program, shell)
  addQr(program, shell)
  addSettings(program, shell)
  addJournal(program, shell)
  addBank(program, shell)
  addBankData(program, shell)
  addDebtor(program, shell)
  addOperations(program, shell)
  addBench(program, shell, bench)
  nameRefusedValues(program)
  sayHelp(program, shell)
  return program
}

function personName(text: string): string {
  if (isPersonName(text)) return text
  throw invalid({
    fr: `« ${text} » ne nomme pas une personne : 100 caractères au plus, sans « : », et pas une partie du programme (${PROGRAM_ACTORS.join(', ')})`,
    en: `"${text}" does not name a person: at most 100 characters, no ":", and no part of the program (${PROGRAM_ACTORS.join(', ')})`,
  })
}

function explain(error: unknown, shell: Shell, json: boolean): number {
  if (error instanceof Discrepancy) {
    shell.err(error.sentence[shell.language])
    return 1
  }
  const misuse = misuseOf(error, shell.language)
  if (misuse === 'shown') return 0
  const said = misuse ?? { code: 'failed', message: error instanceof Error ? error.message : String(error) }
  const { message } = said
  if (json) shell.out(toJson({ error: said }))
  else shell.err(shell.language === 'fr' ? `quittance : ${message}` : `quittance: ${message}`)
  if (!misuse && process.env.QUITTANCE_DEBUG) shell.err(String((error as Error).stack))
  return misuse ? 2 : 1
}

type SaidMisuse = { code: string; message: string; params?: object }

function misuseOf(error: unknown, language: Language): SaidMisuse | 'shown' | null {
  if (error instanceof Misuse) {
    const { code, sentence, params } = error
    return { code, message: sentence[language], ...(params && { params }) }
  }
  if (!(error instanceof CommanderError)) return null
  if (error.exitCode === 0) return 'shown'
  if (error.code === 'commander.help') return { code: 'wrong-use', message: WHICH_COMMAND[language] }
  const message = language === 'fr' ? inFrenchMessage(error) : inEnglishMessage(error)
  return { code: 'wrong-use', message }
}

const WHICH_COMMAND = {
  fr: 'quelle commande ? « quittance --help » les liste',
  en: 'which command? "quittance --help" lists them',
}

function inEnglishMessage(error: CommanderError): string {
  return error.message.replace(/^error: /, '').replace(/\n/g, ' ')
}

/** commander's own words for wrong use, said in French. */
const WORDS: readonly [RegExp, string][] = [
  [/^error: unknown option '(.*)'/, 'option inconnue : $1'],
  [/^error: unknown command '(.*)'/, 'commande inconnue : $1 ; « quittance --help » les liste'],
  [/^error: missing required argument '(.*)'/, 'il manque l’argument <$1>'],
  [/^error: required option '(.*)' not specified/, 'il manque l’option $1'],
  [/^error: option '(.*)' argument missing/, 'il manque la valeur de l’option $1'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    'option $1 : « $2 » n’est pas admis ; au choix : $3',
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./,
    '« $1 » n’est pas admis ; au choix : $3',
  ],
  [/^error: too many arguments.*/, 'trop d’arguments'],
]

function inFrenchMessage(error: CommanderError): string {
  const [first = '', suggestion] = error.message.split('\n')
  const known = WORDS.find(([pattern]) => pattern.test(first))
  const text = known ? first.replace(known[0], known[1]).trim() : first.replace(/^error: /, '')
  const meant = suggestion?.match(/Did you mean (?:one of )?(.*)\?/)?.[1]
  return meant ? `${text} (vouliez-vous dire ${meant} ?)` : text
}
