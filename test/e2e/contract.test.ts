/**
 * Every command gives the contract at least one answer and one refusal, in this process: three weeks of the demo company and of a few
 * debtors of its own. What the answers say is tested elsewhere; here, that each has its shape.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { listActions } from '../../src/app/day/list-actions.ts'
import { runBench } from '../../src/bench/bench.ts'
import { buildProgram, runCommandLine } from '../../src/cli/program/quittance.ts'
import type { Opened, OpenOptions, Shell } from '../../src/cli/shell.ts'
import { france } from '../../src/countries/fr/country.ts'
import { day, formatDay } from '../../src/domain/date.ts'
import { freshDatabase } from '../database.ts'
import { type TestDesk, testDesk } from '../desk.ts'
import { ANSWERS, checkAnswer, commandOf, SILENT } from './answers.ts'
import { provide, writeFiles } from './contract-world.ts'

/** What is asked, and the code of the refusal where one is expected. `@` is the folder, `{PORT}` the last action about PORT. */
type Asked = [words: string, refused?: string]

/** From the first start to the first messages. */
const FIRST_DAY: readonly Asked[] = [
  ['migrate'],
  ['migrate --wat', 'wrong-use'],
  ['demo'],
  ['demo --port 99999', 'wrong-use'],
  ['doctor'],
  ['doctor --wat', 'wrong-use'],
  ['bench decide --debtors 20 --runs 1'],
  ['bench decide --fec @autre.csv', 'fec-of-matching'],

  ['read @factures.csv @releve.csv @reponse.eml @annonces.json'],
  ['read @absent.csv', 'unreadable-file'],
  ['import invoices @factures.csv'],
  ['import invoices @autre.csv', 'no-header'],
  ['import contacts @contacts.csv'],
  ['import contacts @autre.csv', 'no-header'],
  ['import documents @F-5.pdf @F-9.pdf'],
  ['import documents @absent.pdf', 'unreadable-file'],
  ['document F-6 @F-5.pdf'],
  ['document F-6'],
  ['document F-7', 'no-document'],
  ['debtor LIQUIDE --siren 732829320'],
  ['debtor LIQUIDE --siren 732829321', 'bad-siren'],
  ['debtor PORT --address "3 place du Marché, 59800 Lille"'],
  ['debtor QUAI --address "4 place du Marché, 59800 Lille"'],
  ['import bodacc @annonces.json'],
  ['import bodacc @autre.csv', 'not-bodacc'],

  ['creditor'],
  ['creditor NORD --siren 404833048 --contract-rate 3 --contract-clause "CGV 7"'],
  ['creditor NORD --siren 1', 'bad-siren'],
  ['letterhead NORD --logo @logo.svg'],
  ['letterhead OUEST', 'unknown-creditor'],
  ['setting'],
  ['setting bank-data-days 30'],
  ['setting minimum peu', 'bad-setting'],
  ['journal'],
  ['journal --verify'],
  ['journal --wat', 'wrong-use'],
  ['bank-data NORD 2026-11-16'],
  ['bank-data NORD', 'wrong-use'],
  ['sending on'],
  ['sending oui', 'bad-switch'],

  ['record "already j32 2026-11-09 F-1" --debtor PORT'],
  ['record "already j32 2026-11-09 F-2" --debtor QUAI'],
  ['record "already j7 2026-11-12 F-3" --debtor TEXTE'],
  ['record "already j1 2026-11-12 F-4" --debtor APPEL'],
  ['record "pay douze" --debtor PORT', 'bad-fact'],
  ['run --dry-run'],
  ['run'],
  ['run --date 2026-11-12', 'date-before-last-run'],
  ['actions'],
  ['actions --limit 2'],
  ['actions --open maintenant', 'wrong-use'],
  ['actions --after ailleurs', 'bad-cursor'],
  ['call {APPEL}'],
  ['call 99-99', 'unknown-action'],
  ['action {APPEL} done --outcome promise --by 2026-11-20 --cause administrative'],
  ['action {PORT} approve'],
  ['action {QUAI} approve'],
  ['action 99-99 done', 'unknown-action'],
  ['send-invoice F-6'],
  ['send-invoice F-9', 'unknown-invoice'],
  ['deliver'],
  ['deliver --max 0', 'wrong-use'],
  ['message {MAIL}'],
  ['message {MAIL} --eml'],
  ['message {MAIL} --eml --output @relance.eml'],
  ['message {PORT} --pdf @lettre.pdf'],
  ['message 99-99', 'unknown-action'],
  ['preview PORT j40 --date 2026-11-17'],
  ['preview PORT j99', 'unknown-step'],
  ['send-test anne@nord.example --debtor PORT --step j7'],
  ['send-test anne@nord.example --debtor PERSONNE --step j7', 'unknown-debtor'],
]

/** Letters, payments and answers; then all that can be looked at. */
const NEXT_DAY: readonly Asked[] = [
  ['record "fail j11" --debtor TEXTE --date 2026-11-16'],
  ['run'],
  ['sms'],
  ['sms --wat', 'wrong-use'],
  ['post print --output @courrier.pdf'],
  ['post print', 'wrong-use'],
  ['action {PORT} done --tracking 1A01234567890'],
  ['post tick {PORT} --status presented --on 2026-11-17'],
  ['post tick 99-99', 'unknown-action'],
  ['post send'],
  ['post send --max 0', 'wrong-use'],
  ['post track'],
  ['post track --wat', 'wrong-use'],
  ['post proof {QUAI} --kind deposit --output @preuve.pdf'],
  ['post proof {QUAI} --kind return --output @preuve.pdf', 'no-proof'],
  ['import tracking @suivi.csv'],
  ['import tracking @autre.csv', 'no-header'],

  ['import bank @releve.csv'],
  ['import bank @absent.csv', 'unreadable-file'],
  ['bank --all'],
  ['bank --all --limit 1'],
  ['bank --wat', 'wrong-use'],
  ['bank --after ailleurs', 'bad-cursor'],
  ['bank accept B-2'],
  ['bank accept B-99', 'unknown-entry'],
  ['bank undo B-2'],
  ['bank undo B-99', 'unknown-entry'],
  ['bank match B-3 F-6=100.00'],
  ['bank match B-3 F-7=rien', 'bad-part'],
  ['bank refuse B-4'],
  ['bank refuse B-99', 'unknown-entry'],

  ['inbox import @reponse.eml @retour.eml @vide.eml'],
  ['inbox import @absent.eml', 'unreadable-file'],
  ['inbox fetch'],
  ['inbox fetch --wat', 'wrong-use'],
  ['inbox'],
  ['inbox --all --limit 1'],
  ['inbox --wat', 'wrong-use'],
  ['inbox --after ailleurs', 'bad-cursor'],
  ['inbox assign M-1 PORT'],
  ['inbox assign M-1 PERSONNE', 'unknown-debtor'],
  ['inbox show M-1'],
  ['inbox show M-99', 'unknown-message'],
  ['inbox accept M-1 1 --by 2026-11-27 --amount 400.00'],
  ['inbox accept M-99', 'unknown-message'],
  ['inbox refuse M-1 2'],
  ['inbox refuse M-99', 'unknown-message'],
  ['inbox reopen M-1'],
  ['inbox reopen M-99', 'unknown-message'],
  ['inbox done M-1'],
  ['inbox done M-99', 'unknown-message'],

  ['balances'],
  ['balances --limit 1'],
  ['balances --date demain', 'wrong-use'],
  ['balances --after ailleurs', 'bad-cursor'],
  ['why PORT'],
  ['why LIQUIDE'],
  ['why PERSONNE', 'unknown-debtor'],
  ['claim PORT'],
  ['claim PERSONNE', 'unknown-debtor'],
  ['claims'],
  ['claims --limit 1'],
  ['claims --date demain', 'wrong-use'],
  ['claims --after ailleurs', 'bad-cursor'],
  ['interest --principal 1000 --due 2026-06-20 --until 2026-07-10 --rate 2'],
  ['interest --principal 1000 --due 2026-06-20 --until 2026-06-10', 'impossible-dates'],
  ['due-date --issued 2026-03-10 --terms 90d'],
  ['due-date --issued 2026-03-10 --terms soon', 'bad-terms'],
  ['limitation --within 120'],
  ['limitation --within 120 --limit 1'],
  ['limitation --within 0', 'wrong-use'],
  ['limitation --after ailleurs', 'bad-cursor'],
  ['qr PORT'],
  ['qr PERSONNE', 'unknown-debtor'],
  ['letter statement PORT --output @releve.pdf'],
  ['letter statement PERSONNE --output @releve.pdf', 'unknown-debtor'],
  ['simulate --until 2026-12-31 --agree'],
  ['simulate --until 2026-11-01', 'until-before-from'],
  ['story @histoire.txt'],
  ['story @autre.csv', 'bad-story'],

  ['rates'],
  ['rates --wat', 'wrong-use'],
  ['rates add ecb --from 2027-01-01 --rate 2.65 --source BCE'],
  ['rates add ecb --from 2027-01-01 --rate 2.9 --source BCE', 'rate-contradicts'],
  ['rates add legal --semester 2027-S1 --individual 6.9 --other 2.8 --source JO'],
  ['rates add legal --semester 2027-S3 --individual 6.9 --other 2.8 --source JO', 'wrong-use'],
  ['rates remove ecb --from 2027-01-01'],
  ['rates remove ecb --from 2027-01-01', 'rate-not-recorded'],
  ['rates remove legal --semester 2027-S1'],
  ['rates remove legal --semester 2027-S1', 'rate-not-recorded'],

  ['record "doubtful F-7" --debtor LIQUIDE'],
  ['record "irrecoverable F-8 “parti sans adresse”" --debtor PARTI'],
  ['record "write-off F-8" --debtor PARTI'],
  ['bad-debts'],
  ['bad-debts --date demain', 'wrong-use'],
  ['bad-debts notice PARTI --output @etat.html'],
  ['bad-debts notice PORT', 'nothing-irrecoverable'],
  ['export bad-debts --output @pertes.txt'],
  ['export bad-debts --creditor OUEST', 'unknown-creditor'],
  ['export fec --all'],
  ['export fec --creditor OUEST', 'unknown-creditor'],
  ['record "plan 2 x 100.00 from 2026-11-20 monthly F-6" --debtor PLAN'],
  ['export pain008 --plan PLAN --ics FR72ZZZ123456 --mandates @mandats.csv'],
  ['export pain008 --ics FR73ZZZ123456 --mandates @mandats.csv', 'bad-ics'],
  ['export csv balances'],
  ['export csv invoices'],
  ['export csv actions --open --output @actions.csv'],
  ['export csv rien', 'wrong-use'],
  ['export claims'],
  ['export claims --output @absent/claims.csv', 'unwritable-file'],
  ['export journal'],
  ['export journal --wat', 'wrong-use'],
  ['export xlsx invoices --output @factures.xlsx'],
  ['export xlsx invoices', 'output-needed'],

  ['text list'],
  ['text list --scenario aucun', 'unknown-scenario'],
  ['text variables'],
  ['text variables --wat', 'wrong-use'],
  ['text show j7 --channel email --output @j7.md'],
  ['text show j99', 'no-text'],
  ['text set @j7.md'],
  ['text set @mon-j7.md'],
  ['text set @menace.md', 'texts-refused'],
  ['text history j7'],
  ['text history', 'wrong-use'],
  ['text reset j7'],
  ['text reset j7', 'nothing-to-reset'],
  ['text restore j7 1'],
  ['text restore j7 9', 'unknown-version'],
  ['text export @textes'],
  ['text export @textes', 'file-exists'],
  ['check-text @menace.txt --debtor consumer'],
  ['check-text', 'wrong-use'],
]

const fresh = freshDatabase()
let folder: string
let desk: TestDesk

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'quittance-contract-'))
  writeFiles(folder)
  // The application outlives each command.
  desk = await testDesk(fresh.database, '2026-11-16')
  provide(desk)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every command is asked for an answer and for a refusal, unless it says nothing to a program', () => {
  const commands = Object.keys(ANSWERS)
  expect(namesOf(buildProgram(silent, never, never)).sort()).toEqual(
    [...commands, ...Object.keys(SILENT)].sort(),
  )
  const asked = [...FIRST_DAY, ...NEXT_DAY].map(([text, refused]) => ({ text, refused }))
  const isAsked = (name: string, isRefused: boolean) =>
    asked.some(
      ({ text, refused }) => commandOf(text.split(' ')) === name && (refused !== undefined) === isRefused,
    )
  expect(commands.filter(name => !isAsked(name, false))).toEqual([])
  expect(commands.filter(name => !isAsked(name, true))).toEqual([])
})

describe.each<[string, readonly Asked[]]>([
  ['2026-11-16', FIRST_DAY],
  ['2026-11-17', NEXT_DAY],
])('on %s', (today, asked) => {
  test.each(asked)('%s', async (text, refused) => {
    desk.move(today)
    const words = [...(await wordsOf(text)), '--json']
    const said: string[] = []
    const shell = { ...silent, open, today: () => day(today), out: (line: string) => said.push(line) }
    const code = await runCommandLine(words, shell, never, options => runBench(null, options, () => {}))
    const out = said.join('\n')
    checkAnswer(words, { code, out })
    expect(JSON.parse(out).error?.code, out).toBe(refused)
  })
})

/** Nothing is served, and nobody listens. */
const never = () => Promise.reject(new Error('not here'))
const silent: Shell = {
  open: never,
  today: () => day('2026-11-16'),
  minutesOfDay: () => 11 * 60,
  country: france,
  out: () => {},
  err: () => {},
  stopped: () => Promise.resolve(),
  draftEmail: never,
  language: 'fr',
}

/** As a command finds it: of its day, with the rates recorded so far. The application itself is asked for by `serve` alone. */
async function open({ date }: OpenOptions): Promise<Opened> {
  if (date !== undefined) desk.move(formatDay(date))
  await desk.reopen()
  return { app: notHere, desk, [Symbol.asyncDispose]: async () => {} }
}

const notHere = new Proxy({}, { get: (_app, name) => Promise.reject(new Error(String(name))) }) as App

async function wordsOf(text: string): Promise<string[]> {
  const { actions } = await listActions(desk, { openOnly: false })
  return [...text.matchAll(/"([^"]*)"|\S+/g)].map(match => {
    const word = match[1] ?? match[0]
    if (word.startsWith('@')) return path.join(folder, word.slice(1))
    const [, debtor = null] = /^\{(\w+)\}$/.exec(word) ?? []
    if (debtor === null) return word.replaceAll(/[“”]/g, '"')
    return actions.find(action => action.case.endsWith(`/${debtor}`))?.id ?? `no action about ${debtor}`
  })
}

/** Every command of the program, groups too: `bank`, `bank accept`. */
function namesOf(command: Command, before: readonly string[] = []): string[] {
  return command.commands.flatMap(one => {
    const words = [...before, one.name()]
    return [words.join(' '), ...namesOf(one, words)]
  })
}
