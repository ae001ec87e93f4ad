/** The contract of the command line: answers, exit codes, refusals, and a little life of a company from its first file. */
import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../src/cli/program/quittance.ts'
import type { Shell } from '../../src/cli/shell.ts'
import { france } from '../../src/countries/fr/country.ts'
import { day } from '../../src/domain/date.ts'
import { type Embedded, startEmbedded } from '../../src/store/embedded/embedded.ts'
import {
  type Answer,
  type CommandLine,
  commandLine,
  REPOSITORY,
  refusalOf,
  removeFolder,
  temporaryFolder,
} from '../command-line.ts'
import { type SmtpSink, smtpSink } from '../smtp-sink.ts'

const INTEGER = expect.toSatisfy((value: unknown) => Number.isSafeInteger(value), 'an integer')
const DATE = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)
const TEXT = expect.stringMatching(/\S/)
const REASONS = expect.toSatisfy(
  (value: unknown) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(reason => typeof reason.code === 'string' && typeof reason.params === 'object'),
  'reasons with code and params',
)

const INVOICES = [
  'N° facture;Date facture;Échéance;Code client;Client;E-mail;Téléphone;Montant TTC',
  'F-1;15/01/2026;13/02/2026;DURAND;Durand & Fils;compta@durand.example;0102030405;1 234,56',
  'F-2;16/01/2026;14/02/2026;DURAND;Durand & Fils;compta@durand.example;0102030405;800,00',
  "F-3;20/01/2026;19/02/2026;HÔTEL;Hôtel de l'Étang;;;99,90",
  'F-4;01/02/2026;31/05/2026;MARTIN;Martin SARL;martin@martin.example;;50 000,00',
]
const CONTACTS = [
  'Code client;Client;Fonction;Nom du contact;E-mail;Téléphone;Langue',
  "HÔTEL;Hôtel de l'Étang;Comptabilité;Mme Étoile;compta@etang.example;0203040506;français",
  'PERSONNE;Inconnu;;;x@y.example;;',
]

type Action = { id: string; step: string; status: string; channel: string; case: string; items: string[] }

let folder: string
let sink: SmtpSink
let line: CommandLine

beforeAll(async () => {
  folder = await temporaryFolder()
  sink = await smtpSink()
  line = commandLine({
    data: path.join(folder, 'data'),
    cwd: folder,
    smtpUrl: sink.url,
    mailFrom: 'relances@moi.example',
  })
  // The bytes of Windows-1252: é, É, Ô, ° and the euro's neighbours are single bytes there, as in Latin-1.
  await writeFile(path.join(folder, 'factures.csv'), Buffer.from(`${INVOICES.join('\r\n')}\r\n`, 'latin1'))
  await writeFile(path.join(folder, 'contacts.csv'), `${CONTACTS.join('\n')}\n`)
  await writeFile(path.join(folder, 'autre.csv'), 'a;b\n1;2\n')
})

afterAll(async () => {
  await sink?.close()
  if (folder) await removeFolder(folder, path.join(folder, 'data'))
})

describe('without a database', () => {
  test('interest is the claim of the contract', async () => {
    const claim = await line.json(
      ...words('interest --principal 10000.00 --due 2026-06-20 --until 2026-07-10 --paid 1000@2026-07-05'),
    )
    expect(Object.keys(claim)).toEqual(['lines', 'totals'])
    expectClaim(claim)
    const plain = await line.json(
      ...words('interest --principal 10000 --due 2026-06-20 --until 2026-07-10 --basis 365'),
    )
    expect(plain).toMatchObject({
      totals: { principalCents: 1_000_000, interestCents: 6726, indemnityCents: 4000, totalCents: 1_010_726 },
    })
    expect(plain.lines).toMatchObject([
      { kind: 'principal' },
      { kind: 'interest', days: 10, rateBps: 1215, amountCents: 3329, to: '2026-06-30' },
      { kind: 'interest', days: 10, rateBps: 1240, amountCents: 3397, from: '2026-07-01' },
      { kind: 'indemnity', amountCents: 4000 },
    ])
  })

  test('due-date', async () => {
    expect(await line.json(...words('due-date --issued 2026-03-10 --terms 45d-eom'))).toEqual({
      dueOn: '2026-04-30',
      legalMaximum: DATE,
      warnings: [],
    })
    const long = await line.json<{ warnings: unknown[] }>(
      ...words('due-date --issued 2026-03-10 --terms 90d'),
    )
    expect(long.warnings).not.toEqual([])
  })

  test('due-date knows receipt, sectors, periodic invoices and public bodies', async () => {
    const answer = (options: string) => line.json(...words(`due-date --issued 2026-03-10 ${options}`))
    expect(await answer('--received 2026-03-12')).toEqual({
      dueOn: '2026-04-11',
      legalMaximum: '2026-04-11',
      warnings: ['due-date-not-stated'],
    })
    expect(await answer('--terms 60d --periodic')).toEqual({
      dueOn: '2026-05-09',
      legalMaximum: '2026-04-24',
      warnings: ['over-legal-maximum'],
    })
    expect(await answer('--debtor public-body --sector public-health --received 2026-03-12')).toEqual({
      dueOn: '2026-05-01',
      legalMaximum: '2026-05-01',
      warnings: [],
    })
    expect(await answer('--terms 91d --sector distant-export')).toMatchObject({
      warnings: ['over-unverified-maximum'],
    })
    expect(await answer('--due 2026-03-09')).toMatchObject({ warnings: ['due-before-issue'] })
    expect(await answer('--debtor consumer --terms 90d')).toMatchObject({ legalMaximum: null, warnings: [] })
    const said = await line.run(...words('due-date --issued 2026-03-10 --terms 45d --sector transport'))
    expect(said.out).toContain('Plafond légal : 09/04/2026 (transport de marchandises, C. com. L441-11 II)')
    expect(said.out).toContain('! au-delà du plafond légal')
  })

  test('read, of what banks give', async () => {
    const statement = path.join(REPOSITORY, 'docs/examples/releve.csv')
    const { files } = await line.json<{ files: { statements: { entries: unknown[] }[] }[] }>(
      'read',
      statement,
    )
    expect(files).toMatchObject([{ file: statement, format: 'csv', documents: [], problems: [] }])
    expect(files[0]?.statements).toMatchObject([
      { account: null, opening: '12340.20', closing: '16411.78', entries: { length: 5 } },
    ])
    expect(files[0]?.statements[0]?.entries[0]).toEqual({
      bookingDate: '2026-11-23',
      valueDate: null,
      amount: '1200.00',
      counterparty: { name: null, iban: null },
      reference: null,
      endToEndId: null,
      description: 'VIR RECU DURAND SARL REF F-2026-041',
    })
    expect((await line.run('read', statement)).out).toContain('5 écritures, compte non indiqué')
  })

  test('read, of a file with faults: each by its line, in both languages', async () => {
    const faulty = path.join(REPOSITORY, 'test/fixtures/bank-csv/faulty.csv')
    const problem = {
      line: 2,
      code: 'bad-date',
      severity: 'error',
      params: { kind: 'entry', text: '30/02/2026' },
    }
    const message = {
      fr: "La date « 30/02/2026 » n'existe pas : le mouvement n'est pas repris.",
      en: 'The date "30/02/2026" does not exist: the entry is not taken.',
    }
    for (const language of ['fr', 'en'] as const) {
      type Read = { files: { problems: object[] }[] }
      const { files } = await line.json<Read>('read', faulty, '--lang', language)
      expect(files[0]?.problems[0]).toEqual({ ...problem, message: message[language] })
    }
    const { out } = await line.run('read', faulty, '--lang', 'en')
    expect(out).toContain(`faulty.csv, line 2: ${message.en}`)
    expect(out).not.toMatch(/[«»]/)
  })

  test('read, of what comes back by e-mail, known by its content', async () => {
    const reply = path.join(REPOSITORY, 'docs/examples/reponse.eml')
    const bounce = path.join(REPOSITORY, 'test/fixtures/eml/hard-forwarded.eml')
    const { files } = await line.json<{ files: { messages: Record<string, unknown>[] }[] }>(
      'read',
      reply,
      bounce,
    )
    expect(files).toMatchObject([
      { file: reply, format: 'eml', documents: [], statements: [], notices: [], problems: [] },
      { file: bounce, format: 'eml', problems: [] },
    ])
    expect(files.map(({ messages }) => messages)).toEqual([
      [
        {
          class: 'reply',
          recipient: null,
          status: null,
          newText: expect.stringMatching(/^Bonjour,[^>]*Claire Durand$/),
          suggestions: [
            {
              kind: 'promise',
              evidence: 'La facture F-2026-041 sera réglée vendredi, par virement de 1 200,00 €.',
              params: { date: '2026-11-27', amountCents: 120_000 },
            },
            { kind: 'invoice-not-received', evidence: expect.stringContaining('F-2026-044'), params: {} },
          ],
        },
      ],
      [
        {
          class: 'hard-bounce',
          recipient: 'boite@interne.durand.example',
          status: '5.1.1',
          newText: null,
          suggestions: [],
        },
      ],
    ])
    const { out } = await line.run('read', reply, '--lang', 'en')
    expect(out).toContain('→ promise to pay (€1,200.00, 27 Nov 2026): « La facture F-2026-041 sera')
  })

  test('read', async () => {
    const { files } = await line.json<{ files: Record<string, unknown>[] }>('read', 'factures.csv')
    expect(files).toEqual([
      {
        file: 'factures.csv',
        format: 'csv',
        documents: expect.any(Array),
        statements: [],
        messages: [],
        notices: [],
        problems: [],
      },
    ])
    const [first, , third] = (files[0]?.documents ?? []) as Record<string, unknown>[]
    expect(first).toMatchObject({
      kind: 'invoice',
      number: 'F-1',
      issueDate: '2026-01-15',
      dueDate: '2026-02-13',
      dueItems: [{ dueDate: '2026-02-13', amount: '1234.56' }],
      currency: 'EUR',
      seller: null,
      buyer: { name: 'Durand & Fils', legalId: null, vat: null },
      totalExclTax: null,
      tax: null,
      totalInclTax: '1234.56',
      prepaid: null,
      amountDue: null,
      paymentReference: null,
      iban: null,
      profile: null,
      lines: null,
    })
    expect(third).toMatchObject({ buyer: { name: "Hôtel de l'Étang" } })
  })

  test('story: 0 as written, 1 with the difference, --write mends it', async () => {
    const story = path.join(folder, 'histoire.txt')
    await writeFile(story, STORY)
    expect(await line.json('story', story)).toEqual({ stories: [{ file: story, ok: true, diff: [] }] })
    await writeFile(story, STORY.replace('2026-02-16  act j1', '2026-02-17  act j1'))
    const wrong = await line.run('story', story, '--json')
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.out)).toEqual({
      stories: [{ file: story, ok: false, diff: expect.arrayContaining([TEXT]) }],
    })
    expect((await line.run('story', story, '--write')).code).toBe(0)
    expect((await line.run('story', story)).code).toBe(0)
  })

  test.each(commandNames().map(command => [command]))(
    '%s --help shows an example and exits 0',
    async command => {
      const { code, out } = await inProcess(...words(command), '--help')
      expect(code).toBe(0)
      expect(out).toMatch(/Exemples? :/)
      expect(out).toMatch(/\n {2}.*quittance /)
    },
  )

  test('help COMMAND is help too, and the list of commands names each', async () => {
    expect(await inProcess('help', 'run')).toMatchObject({ code: 0, err: '' })
    const { code, out } = await line.run('--help')
    expect(code).toBe(0)
    for (const command of commandNames()) expect(out).toContain(`\n  ${words(command)[0]}`)
  })

  test.each<[string, string]>([
    ['run --wat', 'wrong-use'],
    ['import invoices', 'wrong-use'],
    ['run --date 2026-02-30', 'wrong-use'],
    ['interest --principal douze --due 2026-01-01 --until 2026-02-01', 'wrong-use'],
    ['interest --principal 100 --due 2026-12-01 --until 2027-02-01', 'unknown-rate'],
    ['interest --principal 100 --due 2026-03-01 --until 2026-02-01', 'impossible-dates'],
    ['due-date --issued 2026-03-10 --terms bientôt', 'bad-terms'],
    ['due-date --terms 30d', 'wrong-use'],
    ['due-date --issued 2026-02-30 --terms 30d', 'wrong-use'],
    ['due-date --issued 2026-03-10 --received 2026-13-01', 'wrong-use'],
    ['due-date --issued 9999-12-01 --terms 60d', 'impossible-dates'],
    ['due-date --issued 2026-03-10 --sector jouet', 'unknown-sector'],
    ['due-date --issued 2026-03-10 --debtor public-body --sector transport', 'unknown-sector'],
    ['due-date --issued 2026-03-10 --debtor consumer', 'terms-needed'],
    ['rates add', 'wrong-use'],
    ['rates wat', 'wrong-use'],
    ['rates add ecb --from 2027-01-01 --rate 2.65', 'wrong-use'],
    ['rates add ecb --from 2027-01-01 --rate -1 --source BCE', 'wrong-use'],
    ['rates add ecb --from 2027-02-30 --rate 2.65 --source BCE', 'wrong-use'],
    ['rates add legal --semester 2027-S3 --individual 6.9 --other 2.8 --source JO', 'wrong-use'],
    ['rates add legal --semester 2014-S2 --individual 6.9 --other 2.8 --source JO', 'wrong-use'],
    ['import invoices absent.csv', 'unreadable-file'],
    ['import invoices . --dry-run', 'unreadable-file'],
    ['story absente.txt', 'unreadable-file'],
    ['sending peut-être', 'bad-switch'],
    ['deliver --max 0', 'wrong-use'],
    ['import invoices factures.csv --mode wat', 'wrong-use'],
    ['import invoices factures.csv --format pdf', 'wrong-use'],
    ['record pay', 'wrong-use'],
    ['action 1-1 wat', 'wrong-use'],
    ['claim', 'wrong-use'],
    ['read absent.csv', 'unreadable-file'],
    ['serve --port 99999', 'wrong-use'],
    ['run trop', 'wrong-use'],
    ['run --lang de', 'wrong-use'],
    ['import bodacc absent.json', 'unreadable-file'],
    ['import bodacc', 'wrong-use'],
    ['debtor', 'wrong-use'],
    ['debtor DURAND --kind ami', 'wrong-use'],
    ['debtor DURAND --status club', 'wrong-use'],
    ['frobnicate', 'wrong-use'],
    ['', 'wrong-use'],
  ])('wrong use: %s → 2, %s, and no database is made', async (command, code) => {
    const answer = await inProcess(...words(command), '--json')
    expect(answer).toMatchObject({ code: 2, err: '' })
    expect(refusalOf(answer).code).toBe(code)
  })

  test.each([
    ['run --wat', "quittance: unknown option '--wat'"],
    ['run --date 2026-02-30', '"2026-02-30" is not a date'],
    ['run --date 2026-02-30', "quittance: option '--date <date>' argument '2026-02-30' is invalid: "],
    ['inbox show zz', "quittance: 'zz' is invalid for argument 'message': "],
    ['due-date --issued 2026-03-10 --terms soon', 'quittance: terms cannot be read'],
    ['import invoices absent.csv', 'quittance: absent.csv does not exist'],
    ['frobnicate', "quittance: unknown command 'frobnicate'"],
    ['', 'quittance: which command?'],
  ])('wrong use in English: %s', async (command, said) => {
    const { code, out, err } = await inProcess(...words(command), '--lang', 'en')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(err).not.toMatch(/[«»]/)
  })

  test('the program itself exits with these codes, and has made no database', async () => {
    expect(await line.refusal('run', '--wat')).toBe('wrong-use')
    expect(await line.refusal('import', 'invoices', 'absent.csv')).toBe('unreadable-file')
    expect(await stat(path.join(folder, 'data')).catch(() => 'absent')).toBe('absent')
  })

  test('without --json a refusal is one sentence on standard error', async () => {
    const { code, out, err } = await line.run('import', 'invoices', 'absent.csv')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('absent.csv')])
  })
})

describe('a little life', () => {
  let chased: Action[]
  let server: Embedded

  // Held for the whole life, so that each command doesn't start and stop it.
  beforeAll(async () => {
    server = await startEmbedded(path.join(folder, 'data'))
  })
  afterAll(() => server?.stop())

  test('migrate makes the tables, doctor looks at it', async () => {
    expect((await line.run('migrate')).code).toBe(0)
    const { checks, ...rest } = await line.json<{ checks: { name: string; ok: boolean; detail: string }[] }>(
      'doctor',
    )
    expect(rest).toEqual({})
    for (const check of checks)
      expect(check).toEqual({ name: TEXT, ok: expect.any(Boolean), detail: expect.any(String) })
    expect(checks.map(check => check.name)).toEqual(expect.arrayContaining(['database', 'sending', 'rates']))
  })

  test('a Windows-1252 file with French amounts: tried, taken, then unchanged', async () => {
    const take = (...more: string[]) =>
      line.json<{ files: unknown[]; totals: unknown }>(
        'import',
        'invoices',
        'factures.csv',
        ...on('02-16'),
        ...more,
      )
    const tried = await take('--dry-run')
    expect(tried.files).toMatchObject([
      {
        file: 'factures.csv',
        format: 'csv',
        created: 4,
        updated: 0,
        unchanged: 0,
        cleared: 0,
        // Issued on 1 February, due on 31 May: taken, and a person should look.
        problems: [{ line: 5, code: 'over-legal-maximum', severity: 'warning' }],
      },
    ])
    expect(tried.totals).toEqual({ created: 4, updated: 0, unchanged: 0, cleared: 0 })
    expect(await line.json('balances')).toEqual({ debtors: [] })
    expect((await take()).totals).toEqual({ created: 4, updated: 0, unchanged: 0, cleared: 0 })
    expect((await take()).totals).toEqual({ created: 0, updated: 0, unchanged: 4, cleared: 0 })
  })

  test('contacts; a row about nobody known is a problem of that row', async () => {
    const { files } = await line.json<{ files: unknown[] }>(
      'import',
      'contacts',
      'contacts.csv',
      ...on('02-16'),
    )
    expect(files).toMatchObject([
      {
        file: 'contacts.csv',
        format: 'csv',
        created: 1,
        problems: [{ line: 3, code: 'unknown-debtor', severity: 'error', message: TEXT }],
      },
    ])
  })

  test('balances', async () => {
    const { debtors } = await line.json<{ debtors: unknown[] }>('balances', ...on('02-16'))
    expect(debtors).toMatchObject([
      { code: 'MARTIN', name: 'Martin SARL', openCents: 5_000_000, overdueCents: 0 },
      {
        code: 'DURAND',
        name: 'Durand & Fils',
        openCents: 203_456,
        overdueCents: 203_456,
        items: [
          { invoice: 'F-1', dueOn: '2026-02-13', balanceCents: 123_456 },
          { invoice: 'F-2', dueOn: '2026-02-14', balanceCents: 80_000 },
        ],
      },
      { code: 'HÔTEL', name: "Hôtel de l'Étang", openCents: 9990, overdueCents: 0 },
    ])
  })

  test('run: tried first, decided once, nothing left for a second time', async () => {
    expect(await line.json('run', '--dry-run', ...on('02-16'))).toMatchObject({
      actions: [{ mode: 'to-confirm' }, { mode: 'to-confirm' }],
    })
    await line.json('setting', 'first-message', 'automatic', ...on('02-16'))
    const tried = await line.json('run', '--dry-run', ...on('02-16'))
    const run = await line.json<{ actions: Action[] }>('run', ...on('02-16'))
    expect(run).toEqual(tried)
    expect(run).toMatchObject({
      date: '2026-02-16',
      cases: 3,
      holds: expect.any(Array),
      tasks: expect.any(Array),
      skipped: [],
      errors: [],
    })
    chased = run.actions
    expect(chased.map(action => `${action.case} ${action.step} ${action.items.join(' ')}`).sort()).toEqual([
      'MOI/DURAND j1 F-1 F-2',
      'MOI/HÔTEL p15 F-3',
    ])
    expect(chased.find(action => action.case === 'MOI/DURAND')).toMatchObject({
      id: TEXT,
      debtor: 'Durand & Fils',
      stage: 'level-1',
      channel: 'email',
      mode: 'automatic',
      amountCents: 203_456,
      because: REASONS,
    })
    expect(await line.json('run', ...on('02-16'))).toMatchObject({
      cases: 0,
      actions: [],
      holds: [],
      tasks: [],
    })
  })

  test('sending is off until a person says so: messages stay', async () => {
    expect(await line.json('deliver', ...on('02-16'))).toMatchObject({ sent: 0, remaining: 2 })
    expect(await line.json('sending', 'on')).toEqual({ sending: true })
    expect(await line.json('sending', 'off')).toEqual({ sending: false })
    expect(await line.json('deliver', ...on('02-16'))).toMatchObject({ sent: 0, remaining: 2 })
    expect(sink.mails).toEqual([])
    expect(await line.json('sending', 'on')).toEqual({ sending: true })
  })

  test('deliver: the right words to the right person, and only once', async () => {
    expect(await line.json('deliver', '--max', '1', ...on('02-16'))).toMatchObject({ sent: 1, remaining: 1 })
    expect(await line.json('deliver', ...on('02-16'))).toMatchObject(delivered(1))
    expect(await line.json('deliver', ...on('02-16'))).toMatchObject(delivered(0))
    expect(sink.mails.map(mail => mail.to).sort()).toEqual(['compta@durand.example', 'compta@etang.example'])
    const mails = await Promise.all(sink.mails.map(mail => sink.read(mail)))
    const reminder = mails.find(mail => mail.to?.[0]?.address === 'compta@durand.example')
    expect(reminder?.from).toMatchObject({ name: 'Mon entreprise', address: 'relances@moi.example' })
    for (const body of [reminder?.text, reminder?.html?.replaceAll('&nbsp;', '\u00a0')]) {
      const plain = body?.replace(/[\u00a0\u202f]/g, ' ')
      for (const words of ['F-1', 'F-2', '13 février 2026', '1 234,56 €', '800,00 €', '2 034,56 €'])
        expect(plain).toContain(words)
      expect(plain).not.toMatch(/undefined|null|NaN|\{\{|\}\}/)
    }
    const courtesy = mails.find(mail => mail.to?.[0]?.address === 'compta@etang.example')
    expect(courtesy?.text).toContain('99,90')
    expect(courtesy?.text).not.toContain('F-1')
  })

  test('record, and the next run knows it', async () => {
    expect(await line.json('record', 'pay 1234.56 F-1', '--debtor', 'DURAND', ...on('02-16'))).toEqual({
      recorded: 'pay 1234.56 F-1',
      case: 'MOI/DURAND',
      nextLookOn: DATE,
    })
    expect(await line.json('record', 'pay 99.90', '--debtor', 'HÔTEL', ...on('02-16'))).toMatchObject({
      case: 'MOI/HÔTEL',
    })
    expect(await line.json('run', ...on('02-17'))).toMatchObject({
      actions: [],
      closed: [{ case: 'MOI/HÔTEL', reason: 'paid' }],
    })
    const friday = await line.json<{ actions: Action[] }>('run', ...on('02-20'))
    expect(friday.actions).toMatchObject([
      { case: 'MOI/DURAND', step: 'j4', channel: 'call', items: ['F-2'] },
    ])
  })

  test('why: each open item says what it waits for, and when it is looked at next', async () => {
    const why = (about: string, ...more: string[]) => line.json('why', about, ...on('02-20'), ...more)
    expect(await why('DURAND')).toMatchObject({
      case: 'MOI/DURAND',
      debtor: 'Durand & Fils',
      date: '2026-02-20',
      items: [
        {
          item: 'F-2',
          dueOn: '2026-02-14',
          balanceCents: 80_000,
          state: 'waiting',
          because: [{ code: 'waits-for-person', params: { item: 'F-2', step: 'j4', action: TEXT } }],
          sentence: expect.stringMatching(/^en attente : .*j4/),
        },
      ],
      nextLookOn: DATE,
    })
    expect(await why('MARTIN', '--lang', 'en')).toMatchObject({
      items: [
        {
          because: [{ code: 'waits-for-step', params: { item: 'F-4', step: 'p15', on: '2026-05-18' } }],
          sentence: 'waiting: next step p15 on 18 May 2026',
        },
      ],
      nextLookOn: '2026-05-18',
    })
    expect(await why('F-1')).toMatchObject({
      items: [{ item: 'F-1', balanceCents: 0, state: 'settled', because: [{ code: 'all-settled' }] }],
    })
    const before = await line.json('actions')
    expect((await line.run('why', 'HÔTEL', ...on('02-20'))).out).toContain("Rien n'est dû")
    expect(await line.json('actions')).toEqual(before)
  })

  test('English, by option or by environment', async () => {
    const asked = await line.run('balances', ...on('02-20'), '--lang', 'en')
    expect(asked.out).toContain('€50,000.00')
    const english = commandLine({ data: path.join(folder, 'data'), cwd: folder, language: 'en' })
    expect((await english.run('balances', ...on('02-20'))).out).toBe(asked.out)
    expect((await english.run('actions')).out).toContain('to do')
    expect((await english.run('claim', 'PERSONNE')).err).toContain('no case matches')
    expect((await line.run('balances', ...on('02-20'))).out).toContain('50\u00a0000,00\u00a0€')
  })

  test('actions and action', async () => {
    const { actions, ...rest } = await line.json<{ actions: Action[] }>('actions')
    expect(rest).toEqual({ payments: [], inbox: 0 })
    for (const action of actions)
      expect(action).toMatchObject({
        id: expect.stringMatching(/^\d+-\d+$/),
        case: expect.stringMatching(/^[^/]+\/[^/]+$/),
        debtor: TEXT,
        step: TEXT,
        stage: TEXT,
        channel: TEXT,
        mode: TEXT,
        items: [TEXT, ...((action.items.length > 1 && [TEXT]) || [])],
        amountCents: INTEGER,
        because: REASONS,
      })
    const open = await line.json<{ actions: Action[] }>('actions', '--open')
    expect(open.actions).toMatchObject([{ step: 'j4', channel: 'call', status: 'open', case: 'MOI/DURAND' }])
    const [call] = open.actions
    expect(actions.map(action => action.id)).toEqual(expect.arrayContaining(chased.map(action => action.id)))
    const done = [
      'action',
      call?.id ?? '',
      'done',
      '--outcome',
      'reached',
      '--cause',
      'oversight',
      ...on('02-20'),
    ]
    expect(await line.json(...done)).toMatchObject({ id: call?.id, status: 'done', case: 'MOI/DURAND' })
    expect(await line.refusal(...done)).toBe('not-now')
    expect(await line.json('actions', '--open')).toEqual({ actions: [], payments: [], inbox: 0 })
  })

  test('claim', async () => {
    const claim = await line.json('claim', 'DURAND', ...on('03-16'))
    expectClaim(claim)
    expect(claim).toMatchObject({
      totals: { principalCents: 80_000, interestCents: 799, indemnityCents: 4000, totalCents: 84_799 },
    })
    expect(await line.json('claim', 'F-1', ...on('03-16'))).toMatchObject({
      totals: { principalCents: 123_456, paidCents: 123_456 },
    })
  })

  test('a rate is recorded between two releases: doctor and the claim follow, and it can be taken back', async () => {
    const late = ['claim', 'DURAND', '--date', '2027-01-31']
    expect(await line.refusal(...late)).toBe('unknown-rate')
    const add = words('rates add ecb --from 2027-01-01 --rate 2.65 --source BCE --date 2026-12-28')
    expect(await line.json(...add)).toEqual({ recorded: 1, knownUntil: '2027-01-01' })
    expect(await line.json(...add)).toMatchObject({ recorded: 0 })
    const legal = words('rates add legal --semester 2027-S1 --individual 6.9 --other 2.8 --source JO')
    expect(await line.json(...legal, '--date', '2026-12-28')).toEqual({
      recorded: 2,
      knownUntil: '2027-06-30',
    })
    expect(await line.refusal(...words('rates add ecb --from 2027-01-01 --rate 2.9 --source BCE'))).toBe(
      'rate-contradicts',
    )
    const { series } = await line.json<{ series: unknown[] }>('rates')
    expect(series).toMatchObject([
      { code: 'ecb', knownUntil: '2027-01-01' },
      { code: 'legal-individual', knownUntil: '2027-06-30' },
      { code: 'legal-other', knownUntil: '2027-06-30' },
    ])
    expect((await line.run('rates')).out).toContain('noté par une personne')
    expect((await line.run('rates', '--lang', 'en')).out).toContain('last known day: 1 Jan 2027')
    const { checks } = await line.json<{ checks: object[] }>('doctor', '--date', '2026-12-28')
    expect(checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'rates', ok: true }),
        expect.objectContaining({ name: 'legal-rates', ok: true }),
      ]),
    )
    const claim = await line.json<{ lines: { rateBps: number | null }[] }>(...late)
    expect(claim.lines.map(({ rateBps }) => rateBps)).toContain(1265)
    expect(await line.json(...words('rates remove ecb --from 2027-01-01'))).toEqual({ removed: 1 })
    expect(await line.refusal(...words('rates remove ecb --from 2027-01-01'))).toBe('rate-not-recorded')
    expect(await line.refusal(...words('rates remove ecb --from 2026-09-16'))).toBe('rate-of-the-program')
    expect(await line.refusal(...late)).toBe('unknown-rate')
  })

  test.each<[string[], string]>([
    [['run', '--date', '2026-02-19'], 'date-before-last-run'],
    [['import', 'invoices', 'factures.csv', 'autre.csv'], 'no-header'],
    [['import', 'invoices', 'factures.csv', '--terms', 'bientôt'], 'bad-terms'],
    [['import', 'contacts', 'autre.csv'], 'no-header'],
    [['record', 'pay 12.00 F-2', '--debtor', 'PERSONNE'], 'unknown-debtor'],
    [['record', 'pay douze F-2', '--debtor', 'DURAND'], 'bad-fact'],
    [['record', 'pay 12.00 F-9', '--debtor', 'DURAND'], 'unknown-item'],
    [['claim', 'PERSONNE'], 'unknown-debtor'],
    [['why', 'PERSONNE'], 'unknown-debtor'],
    [['why', 'DURAND', '--date', '2026-02-19'], 'date-before-last-run'],
    [['claim', 'DURAND', '--date', '2027-03-01'], 'unknown-rate'],
    [['action', '99-99', 'done'], 'unknown-action'],
    [['debtor', 'PERSONNE'], 'unknown-debtor'],
    [['debtor', 'DURAND', '--siren', '732829321'], 'bad-siren'],
    [['debtor', 'DURAND', '--vat', 'FR00732829320'], 'bad-vat'],
    [['debtor', 'DURAND', '--acts-as', 'consumer'], 'no-status'],
    [['import', 'bodacc', 'factures.csv'], 'not-bodacc'],
    [['record', 'declared 2026-03-16', '--debtor', 'DURAND', '--date', '2026-03-16'], 'no-insolvency'],
  ])('%j → 2, %s', async (command, code) => {
    expect(await line.refusal(...command)).toBe(code)
  })

  test('what a case refuses is said whole, in both languages, with what it was made of', async () => {
    const refused = ['record', 'pay 12.00 F-9', '--debtor', 'DURAND', '--json']
    const [french, english] = [await line.run(...refused), await line.run(...refused, '--lang', 'en')]
    expect(refusalOf(french).params).toEqual({ item: 'F-9', known: expect.arrayContaining(['F-2']) })
    expect(refusalOf(english).params).toEqual(refusalOf(french).params)
    expect(refusalOf(french).message).toMatch(/^F-9 n'est pas dans ce dossier \(F-/)
    expect(refusalOf(english).message).toMatch(/^F-9 is not in this case \(F-/)
  })

  test('and nothing of all that was written', async () => {
    const { debtors } = await line.json<{ debtors: unknown[] }>('balances', ...on('02-20'))
    expect(debtors).toMatchObject([
      { code: 'MARTIN', openCents: 5_000_000 },
      { code: 'DURAND', openCents: 80_000, overdueCents: 80_000 },
    ])
    expect((await line.json<{ actions: Action[] }>('actions')).actions.length).toBe(chased.length + 1)
  })

  test('a foreign file among good ones is refused before anything is taken, in the one shape', async () => {
    const refused = await line.run('import', 'invoices', 'autre.csv', '--json')
    expect(refusalOf(refused).message).toContain('autre.csv')
  })

  test('debtor, then import bodacc: tried, recorded, then known', async () => {
    const set = await line.json('debtor', 'DURAND', '--siren', '732 829 320', ...on('03-16'))
    expect(set).toEqual({
      debtor: 'MOI/DURAND',
      name: 'Durand & Fils',
      kind: 'business',
      status: null,
      siren: '732829320',
      vat: null,
      cases: 1,
      nextLookOn: '2026-03-16',
      address: null,
      electronicMailConsentOn: null,
    })
    const notices = path.join(REPOSITORY, 'test/fixtures/bodacc/records.json')
    const read = await line.json<{ files: { notices: unknown[] }[] }>('read', notices)
    const take = (...more: string[]) =>
      line.json<{ files: Record<string, unknown>[]; totals: object }>(
        'import',
        'bodacc',
        notices,
        ...on('03-16'),
        ...more,
      )
    const none = { notices: 1, recorded: 0, unchanged: 0, toRead: 0, unmatched: 0, sameName: 0 }
    expect((await take('--dry-run')).totals).toEqual({ ...none, recorded: 1 })
    const taken = await take()
    expect(taken.totals).toEqual({ ...none, recorded: 1 })
    expect(taken.files).toEqual([
      {
        file: notices,
        format: 'bodacc',
        notices: read.files[0]?.notices,
        matched: [
          {
            notice: 'A202600020001',
            siren: '732829320',
            debtor: 'MOI/DURAND',
            name: 'Durand & Fils',
            outcome: 'recorded',
            stopped: ['F-2'],
            declareBy: '2026-05-12',
          },
        ],
        unmatched: [],
        problems: [],
      },
    ])
    expect((await take()).totals).toEqual({ ...none, unchanged: 1 })
    const { out } = await line.run('run', ...on('03-16'))
    expect(out).toContain('déclarer la créance au mandataire judiciaire au plus tard le 12/05/2026')
  })
})

test('demo: twelve debtors, a decided day, and no mail to a real server', async () => {
  const data = path.join(folder, 'demo')
  const demo = commandLine({ data, smtpUrl: sink.url })
  const before = sink.mails.length
  const report = await demo.json('demo', ...on('02-16'))
  expect(report).toMatchObject({
    date: '2026-02-16',
    cases: 12,
    actions: expect.any(Array),
    holds: expect.any(Array),
    tasks: expect.any(Array),
    skipped: expect.any(Array),
    errors: [],
  })
  const text = await demo.run('demo', ...on('02-16'))
  expect(text).toMatchObject({ code: 0, err: '' })
  expect(sink.mails.length).toBe(before)
  expect(await demo.refusal('run', ...on('02-13'))).toBe('date-before-last-run')
  await removeFolder(data)
})

/** The command line in this process, for what must be answered before a database is opened. */
async function inProcess(...command: string[]): Promise<Answer> {
  const answer: Answer = { code: null, signal: null, out: '', err: '' }
  const shell: Shell = {
    open: () => Promise.reject(new Error('opened a database')),
    today: () => day('2026-02-16'),
    minutesOfDay: () => 0,
    country: france,
    out: text => {
      answer.out += `${text}\n`
    },
    err: text => {
      answer.err += `${text}\n`
    },
    stopped: () => Promise.resolve(),
    draftEmail: () => Promise.reject(new Error('drafted a message')),
    language: 'fr',
  }
  const never = (what: string) => () => Promise.reject(new Error(what))
  answer.code = await runCommandLine(command, shell, never('served'), never('measured'))
  return answer
}

function expectClaim(claim: Record<string, unknown>): void {
  const { lines, totals } = claim as { lines: Record<string, unknown>[]; totals: Record<string, unknown> }
  for (const one of lines) {
    expect(Object.keys(one).sort()).toEqual(LINE_KEYS)
    expect(one).toMatchObject({ kind: TEXT, invoice: TEXT, from: DATE, to: DATE, amountCents: INTEGER })
  }
  expect(Object.keys(totals).sort()).toEqual(TOTAL_KEYS)
  for (const total of Object.values(totals)) expect(total).toEqual(INTEGER)
}

const LINE_KEYS = 'kind invoice baseCents from to days rateBps amountCents source'.split(' ').sort()
const TOTAL_KEYS =
  'principalCents paidCents creditedCents interestCents indemnityCents waivedCents totalCents perDayCents'
    .split(' ')
    .sort()

function commandNames(): string[] {
  return [
    'demo',
    'serve',
    'import invoices',
    'import contacts',
    'read',
    'run',
    'deliver',
    'sending',
    'actions',
    'action',
    'record',
    'balances',
    'why',
    'claim',
    'interest',
    'due-date',
    'rates',
    'rates add',
    'rates add ecb',
    'rates add legal',
    'rates remove',
    'rates remove ecb',
    'rates remove legal',
    'story',
    'migrate',
    'doctor',
  ]
}

function delivered(sent: number) {
  return { sent, failed: 0, uncertain: 0, cancelled: 0, remaining: 0 }
}

function words(command: string): string[] {
  return command.split(' ').filter(Boolean)
}

function on(monthAndDay: string): string[] {
  return ['--date', `2026-${monthAndDay}`]
}

const STORY = `creditor  "Atelier Nord"
debtor    "Durand SARL"  business
contact   accounts-payable  email compta@durand.example  phone 0102030405
scenario  amiable-b2b
invoice   F-1  1200.00  issued 2026-01-15  due 2026-02-13
from      2026-02-10
until     2026-02-17

2026-02-10  act p15 email F-1
2026-02-16  act j1 email F-1
2026-02-16  pay 1200.00 F-1
2026-02-17  close paid
`
