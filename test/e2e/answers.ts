/** What each command answers with `--json`, as shapes of the contract. Every answer of the tests passes here. */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { ActedOn, PreparedCall, ReportedCall, WorkList } from '../../src/contract/actions.ts'
import { BadDebtNotice, BadDebts } from '../../src/contract/bad-debts.ts'
import { DecidedEntry, ImportedBank, KnownBankData, ListedBank } from '../../src/contract/bank.ts'
import { ExplainedCase, Limitations, RecordedFact } from '../../src/contract/cases.ts'
import { CheckedDueDate, Claim, ListedClaims, PaymentCode } from '../../src/contract/claims.ts'
import { Creditor, Letterhead, ListedCreditors } from '../../src/contract/creditors.ts'
import { DayReport, Simulation } from '../../src/contract/days.ts'
import { Balances, ChangedDebtor } from '../../src/contract/debtors.ts'
import { Delivered, QueuedInvoice, Sending, SentTexts, TestSent } from '../../src/contract/deliveries.ts'
import { KeptDocuments, ShownDocument } from '../../src/contract/documents.ts'
import {
  ExportedBadDebts,
  ExportedFec,
  ExportedList,
  ExportedPain008,
  ListName,
} from '../../src/contract/exports.ts'
import { Health } from '../../src/contract/health.ts'
import { ImportedContacts, ImportedInvoices, ImportedNotices } from '../../src/contract/imports.ts'
import {
  AssignedMessage,
  DecidedSuggestion,
  FetchedMail,
  ImportedMail,
  Inbox,
  ListedMail,
  MailNews,
  ReadAnswer,
} from '../../src/contract/inbox.ts'
import {
  ImportedTracking,
  LettersOfTheDay,
  PostedLetters,
  PrintedLetter,
  PrintedPaper,
  ShownProof,
  TickedLetters,
  TrackedLetters,
} from '../../src/contract/letters.ts'
import { LeftMessage, Preview, ShownMessage } from '../../src/contract/messages.ts'
import { Refusal } from '../../src/contract/parts/refusal.ts'
import { ListedRates, RecordedRates, RemovedRates } from '../../src/contract/rates.ts'
import { FilesRead } from '../../src/contract/readings.ts'
import { Settings } from '../../src/contract/settings.ts'
import { ToldStories } from '../../src/contract/stories.ts'
import {
  CheckedTexts,
  ListedTexts,
  ListedVariables,
  PastVersions,
  RestoredText,
  ShownText,
  TextsReset,
  TextsSet,
} from '../../src/contract/texts.ts'

/** The command line names the file that it wrote, or null, beside what the contract says. */
const withOutput = <Shape extends z.ZodRawShape>(shape: z.ZodObject<Shape>) =>
  z.strictObject({ ...shape.shape, output: z.string().nullable() })

/** A list goes to a file, and is counted, or stands in the answer. */
const List = z.union([
  z.strictObject({ list: ListName, output: z.string(), rows: z.int() }),
  ...ExportedList.options.map(({ shape }) => z.strictObject({ ...shape, output: z.null() })),
])

/** The programs' own: nothing of it is for others. */
const Migrated = z.strictObject({ migrated: z.literal(true) })
const WrittenFiles = z.strictObject({ files: z.array(z.string()) })
const Benchmarks = z.strictObject({
  results: z.array(
    z.strictObject({
      name: z.string(),
      ours: z.number(),
      limit: z.number(),
      ratio: z.number(),
      unit: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
})

export const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  action: z.union([ReportedCall, ActedOn, TickedLetters]),
  actions: WorkList,
  'bad-debts': BadDebts,
  'bad-debts notice': withOutput(BadDebtNotice),
  balances: Balances,
  bank: ListedBank,
  'bank accept': DecidedEntry,
  'bank match': DecidedEntry,
  'bank refuse': DecidedEntry,
  'bank undo': DecidedEntry,
  'bank-data': KnownBankData,
  bench: Benchmarks,
  call: PreparedCall,
  'check-text': CheckedTexts,
  claim: Claim,
  claims: ListedClaims,
  creditor: z.union([Creditor, ListedCreditors]),
  debtor: ChangedDebtor,
  deliver: Delivered,
  demo: DayReport,
  doctor: Health,
  document: z.union([withOutput(ShownDocument), KeptDocuments]),
  'due-date': CheckedDueDate,
  'export bad-debts': withOutput(ExportedBadDebts),
  'export claims': List,
  'export csv': List,
  'export fec': withOutput(ExportedFec),
  'export journal': List,
  'export pain008': withOutput(ExportedPain008),
  'export xlsx': List,
  'import bank': ImportedBank,
  'import bodacc': ImportedNotices,
  'import contacts': ImportedContacts,
  'import documents': KeptDocuments,
  'import invoices': ImportedInvoices,
  'import tracking': ImportedTracking,
  inbox: Inbox,
  'inbox accept': DecidedSuggestion,
  'inbox assign': AssignedMessage,
  'inbox done': ReadAnswer,
  'inbox fetch': FetchedMail,
  'inbox import': ImportedMail,
  'inbox refuse': DecidedSuggestion,
  'inbox reopen': ReadAnswer,
  'inbox show': ListedMail,
  interest: Claim,
  letter: withOutput(PrintedPaper),
  letterhead: Letterhead,
  limitation: Limitations,
  message: z.union([
    ShownMessage,
    withOutput(PrintedLetter),
    withOutput(LeftMessage),
    z.strictObject({ ...LeftMessage.shape, eml: z.string() }),
  ]),
  migrate: Migrated,
  'post print': withOutput(LettersOfTheDay),
  'post proof': withOutput(ShownProof),
  'post send': PostedLetters,
  'post tick': TickedLetters,
  'post track': TrackedLetters,
  preview: Preview,
  qr: withOutput(PaymentCode),
  rates: ListedRates,
  'rates add ecb': RecordedRates,
  'rates add legal': RecordedRates,
  'rates remove ecb': RemovedRates,
  'rates remove legal': RemovedRates,
  read: FilesRead,
  record: RecordedFact,
  run: DayReport,
  'send-invoice': QueuedInvoice,
  'send-test': TestSent,
  sending: Sending,
  setting: Settings,
  simulate: Simulation,
  sms: SentTexts,
  story: ToldStories,
  'text export': WrittenFiles,
  'text history': PastVersions,
  'text list': ListedTexts,
  'text reset': TextsReset,
  'text restore': RestoredText,
  'text set': TextsSet,
  'text show': ShownText,
  'text variables': ListedVariables,
  why: ExplainedCase,
}

/** Commands that say nothing to a program, and why. */
export const SILENT: Readonly<Record<string, string>> = {
  export: 'a group of commands',
  import: 'a group of commands',
  post: 'a group of commands',
  'rates add': 'a group of commands',
  'rates remove': 'a group of commands',
  serve: 'goes on until it is stopped, and answers by HTTP',
  text: 'a group of commands',
}

/** The command that words ask for: the longest that they begin with. */
export function commandOf(words: readonly string[]): string | undefined {
  return [3, 2, 1].map(count => words.slice(0, count).join(' ')).find(name => name in ANSWERS)
}

/** Throws unless what a command said with `--json` has the shape of its answer, or of a refusal. The rest is left alone. */
export function checkAnswer(
  words: readonly string[],
  { code, out }: { code: number | null; out: string },
): void {
  if (!words.includes('--json') || words.includes('--help') || code === null) return
  // While it listens, a command says what comes in, one thing on a line.
  const isListening = words.includes('--watch') && code === 0
  for (const text of isListening ? out.split('\n').filter(line => line !== '') : [out]) {
    const said: unknown = JSON.parse(text)
    const shape = isListening ? MailNews : shapeOf(words, code, said)
    const wrong = misfit(shape, said)
    if (wrong !== null) throw new Error(`quittance ${words.join(' ')}: ${wrong}\n${text}`)
  }
}

/** A failure (exit 1) is told as a refusal is; a command that found a difference has answered. */
function shapeOf(words: readonly string[], code: number, said: unknown): z.ZodType {
  if (code === 2 || (typeof said === 'object' && said !== null && 'error' in said)) return Refusal
  const shape = ANSWERS[commandOf(words) ?? '']
  if (!shape) throw new Error(`quittance ${words.join(' ')}: its answer has no shape in test/e2e/answers.ts`)
  return shape
}

/** What keeps it from being read, and written again as it was; null when nothing does. */
function misfit(shape: z.ZodType, said: unknown): string | null {
  const read = shape.safeParse(said)
  if (!read.success) return z.prettifyError(read.error)
  return isDeepStrictEqual(z.encode(shape, read.data), said) ? null : 'not written as it was read'
}
