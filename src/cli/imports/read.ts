import { type Command, Option } from 'commander'
import { type ReadFile, readDocuments } from '../../app/reading/read-documents.ts'
import { COLON, counted, type Language, phrases } from '../../words/language.ts'
import { messageLines } from '../inbox/message-lines.ts'
import { readFiles } from '../input-file.ts'
import { refusalSentence } from '../refusals.ts'
import { Misuse, optionsOf, print, type Shell } from '../shell.ts'
import { problemLine, type Told, toldIn } from '../told-problem.ts'
import { noticeLine } from './import-bodacc.ts'

/** Lines of a file that are shown. */
const SHOWN = 20

const PHRASES = phrases(
  {
    documents: (count: number) => counted(count, 'document', 'documents', 'fr'),
    notices: (count: number) => counted(count, 'annonce', 'annonces', 'fr'),
    messages: (count: number) => counted(count, 'message', 'messages', 'fr'),
    entries: (count: number) => counted(count, 'écriture', 'écritures', 'fr'),
    account: 'compte',
    noAccount: 'non indiqué',
    due: 'échéance',
    more: (count: number) => `… et ${counted(count, 'autre', 'autres', 'fr')} (--json donne tout)`,
  },
  {
    documents: count => counted(count, 'document', 'documents', 'en'),
    notices: count => counted(count, 'notice', 'notices', 'en'),
    messages: count => counted(count, 'message', 'messages', 'en'),
    entries: count => counted(count, 'entry', 'entries', 'en'),
    account: 'account',
    noAccount: 'not given',
    due: 'due',
    more: count => `… and ${count} more (--json gives them all)`,
  },
)

export function addRead(program: Command, shell: Shell): void {
  const { language } = shell
  program
    .command('read')
    .summary('montre ce qu’un fichier contient')
    .description(
      'Lit un fichier et montre ses documents, ses écritures ou son message sous une forme neutre, sans base de données.',
    )
    .argument('<fichiers...>')
    .addOption(
      new Option('--terms <delai>', 'délai de paiement quand la source n’a pas d’échéance').default('30d'),
    )
    .addHelpText(
      'after',
      '\nExemple :\n  quittance read factures.csv --json\n  quittance read facture.pdf releve.xml --json\n  quittance read reponse.eml',
    )
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<{ terms: string }>(command)
      const answer = await readDocuments(await readFiles(names), options.terms)
      if ('refused' in answer) throw new Misuse(answer.refused, refusalSentence(answer))
      print(shell, options, { files: toldIn(answer.files, language) }, ({ files }) =>
        files.flatMap(read => fileLines(read, language)).join('\n'),
      )
    })
}

function fileLines(read: Told<ReadFile>, language: Language): string[] {
  const say = PHRASES[language]
  const { file, format, problems } = read
  const { count, lines } = contentOf(read, language)
  return [
    `${file} (${format})${COLON[language]}${count}`,
    ...lines.slice(0, SHOWN).map(line => `  ${line}`),
    ...(lines.length > SHOWN ? [`  ${say.more(lines.length - SHOWN)}`] : []),
    ...problems.map(problem => `  ${problemLine(file, problem, language)}`),
  ]
}

function contentOf(
  { documents, messages, notices, statements }: Omit<ReadFile, 'problems'>,
  language: Language,
): { count: string; lines: string[] } {
  const say = PHRASES[language]
  if (notices.length > 0)
    return { count: say.notices(notices.length), lines: notices.map(notice => noticeLine(notice, language)) }
  if (messages.length > 0)
    return {
      count: say.messages(messages.length),
      lines: messages.flatMap(message => messageLines(message, language)),
    }
  const entries = statements.flatMap(statement => statement.entries)
  if (entries.length > 0) {
    const accounts = [...new Set(statements.map(({ account }) => account ?? say.noAccount))].join(', ')
    return {
      count: `${say.entries(entries.length)}, ${say.account} ${accounts}`,
      lines: entries.map(
        ({ bookingDate, amount, counterparty, description }) =>
          `${bookingDate} ${amount} ${counterparty.name ?? '–'} ${description}`,
      ),
    }
  }
  return {
    count: say.documents(documents.length),
    lines: documents.map(
      d =>
        `${d.kind} ${d.number} ${d.buyer.name} ${d.totalInclTax} ${d.currency} ${say.due} ${d.dueDate ?? '–'}`,
    ),
  }
}
