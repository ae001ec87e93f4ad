/** A notice of the BODACC on real PostgreSQL: what it stops, once, in every case of the debtor and of nobody else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, importCsv, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { deliver } from '../delivery/deliver.ts'
import { switchSending } from '../delivery/switch-sending.ts'
import { importBodacc } from '../imports/import-bodacc.ts'
import { importInvoices } from '../imports/import-invoices.ts'
import { drawClaim } from '../reports/draw-claim.ts'
import { type ChangeDebtor, changeDebtor } from '../setup/change-debtor.ts'
import { type DayReport, runDay } from './run-day.ts'

const HEADER = 'Code client;Client;Numéro;Date;Échéance;Montant TTC;Reste dû;E-mail;SIREN'
const DURAND = 'DURAND;Durand SARL;F-1;20/02/2026;10/03/2026;1000,00;1000,00;compta@durand.example;732829320'
const LILAS = 'LILAS;Lilas Bâtiment SARL;F-9;20/02/2026;10/03/2026;300,00;300,00;compta@lilas.example;'

const fixture = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(import.meta.dirname, '../../../test/fixtures/bodacc', name))),
})

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = (today: string) => testDesk(fresh.database, today)

  test('an opening stops the debtor that has its SIREN, once; a name alone stops nobody', async () => {
    const desk = await start('2026-03-11')
    await importCsv(desk, [HEADER, DURAND, LILAS].join('\n'))
    expect(steps(await run(desk))).toEqual(['j1 email F-1', 'j1 email F-9'])
    desk.move('2026-03-13')
    const first = await bodacc(desk, 'results.json')
    expect(first.files[0]?.matched).toEqual([
      {
        notice: 'A202600010001',
        siren: '732829320',
        debtor: 'MOI/DURAND',
        name: 'Durand SARL',
        outcome: 'recorded',
        stopped: ['F-1'],
        declareBy: '2026-05-12',
      },
      expect.objectContaining({ notice: 'A202600010005', outcome: 'to-read' }),
      expect.objectContaining({ notice: 'A202600010006', outcome: 'unchanged' }),
    ])
    const named = first.files[0]?.unmatched.filter(({ sameName }) => sameName.length > 0)
    expect(named).toEqual([
      {
        notice: 'A202600010002',
        siren: ['404833048'],
        name: 'LILAS BATIMENT',
        sameName: [{ debtor: 'MOI/LILAS', name: 'Lilas Bâtiment SARL' }],
      },
    ])
    const again = await bodacc(desk, 'results.json')
    expect(again.totals).toEqual({
      notices: 7,
      recorded: 0,
      unchanged: 2,
      toRead: 1,
      unmatched: 4,
      sameName: 1,
    })

    await switchSending(desk, { sending: true })
    expect(await deliver(desk, { max: null })).toMatchObject({ sent: 1, cancelled: 1 })
    expect(desk.sent.map(({ to }) => to.address)).toEqual(['compta@lilas.example'])
    const report = await run(desk)
    expect(report.holds).toMatchObject([
      { case: 'MOI/DURAND', items: ['F-1'], reason: 'insolvency', until: null },
    ])
    expect(report.tasks).toEqual([
      {
        case: 'MOI/DURAND',
        debtor: 'Durand SARL',
        code: 'declare-claim',
        items: ['F-1'],
        params: {
          by: '2026-05-12',
          deadline: '2026-05-12',
          months: 2,
          judgmentOn: '2026-03-09',
          publishedOn: '2026-03-12',
        },
      },
    ])
    expect(await journal(desk)).toContain('insolvency 2026-03-09 published 2026-03-12 kind receivership')
  })

  test('interest is frozen on the eve of the judgment, also of what was delivered before and invoiced after', async () => {
    const desk = await start('2026-04-30')
    const later = 'DURAND;Durand SARL;F-2;20/03/2026;10/04/2026;500,00;500,00;compta@durand.example;732829320'
    await importCsv(desk, [HEADER, DURAND.replace('10/03/2026', '01/03/2026'), later].join('\n'))
    await record(desk, 'insolvency 2026-03-09 published 2026-03-12')
    const interest = async () => {
      const claim = accepted(await drawClaim(desk, { about: 'DURAND' }))
      return claim.lines
        .filter(({ kind }) => kind === 'interest')
        .map(({ invoice, days }) => ({ invoice, days }))
    }
    expect(await interest()).toEqual([
      { invoice: 'F-1', days: 7 },
      { invoice: 'F-2', days: 20 },
    ])
    await record(desk, 'performed F-2 2026-03-06')
    expect(await interest()).toEqual([{ invoice: 'F-1', days: 7 }])
    await record(desk, 'insolvency-closed 2026-04-29')
    expect(await interest()).toEqual([{ invoice: 'F-1', days: 7 }])
  })

  test('a publication completes what a person had recorded, and a procedure closed is not opened again', async () => {
    const desk = await start('2026-03-13')
    await importCsv(desk, [HEADER, DURAND].join('\n'))
    await record(desk, 'insolvency 2026-03-09')
    expect((await run(desk)).tasks).toMatchObject([{ params: { by: '2026-05-11' } }])
    desk.move('2026-03-14')
    expect((await bodacc(desk, 'records.json')).totals).toMatchObject({ recorded: 1 })
    expect((await run(desk)).tasks).toMatchObject([{ params: { by: '2026-05-12' } }])
    await record(desk, 'declared 2026-03-14')
    desk.move('2026-03-16')
    expect(await run(desk)).toMatchObject({ tasks: [], holds: [{ reason: 'insolvency' }] })
    await record(desk, 'insolvency-closed 2026-03-16')
    desk.move('2026-03-17')
    expect(steps(await run(desk))).toEqual(['j1 email F-1'])
    expect((await bodacc(desk, 'records.json')).totals).toMatchObject({ recorded: 0, unchanged: 1 })
  })

  test('a trial writes nothing, a judgment to come is a problem, a file cut short changes nothing', async () => {
    const desk = await start('2026-03-13')
    await importCsv(desk, [HEADER, DURAND].join('\n'))
    const file = fixture('records.json')
    const trial = await importBodacc(desk, { files: [file], dryRun: true })
    expect(trial).toMatchObject({ totals: { recorded: 1 } })
    desk.move('2026-03-01')
    const early = await bodacc(desk, 'records.json')
    expect(early.files[0]).toMatchObject({
      matched: [{ outcome: 'to-read', stopped: [] }],
      problems: [{ code: 'date-in-the-future', line: 1 }],
    })
    desk.move('2026-03-13')
    const cut = { name: 'coupe.json', bytes: fixture('results.json').bytes.slice(0, -40) }
    const refused = await importBodacc(desk, {
      files: [file, cut],
      dryRun: false,
    })
    expect(refused).toMatchObject({ refused: 'bad-json' })
    expect((await run(desk)).holds).toEqual([])
  })

  test('a SIREN set by hand is found by the next notice, under every creditor', async () => {
    const desk = await start('2026-03-13')
    await importCsv(desk, [HEADER, DURAND].join('\n'))
    const other = { name: 'autre.csv', bytes: new TextEncoder().encode([HEADER, LILAS].join('\n')) }
    await importInvoices(desk, {
      files: [other],
      terms: '30d',
      mode: 'delta',
      creditor: 'NORD',
      dryRun: false,
    })
    expect(await change(desk, { debtor: 'LILAS', siren: '732829321' })).toMatchObject({
      refused: 'bad-siren',
    })
    expect(await change(desk, { debtor: 'LILAS', siren: '732 829 320 00074' })).toMatchObject({
      debtor: 'NORD/LILAS',
      siren: '732829320',
      cases: 1,
      nextLookOn: '2026-03-13',
    })
    const { files } = await bodacc(desk, 'records.json')
    expect(files[0]?.matched.map(({ debtor, outcome }) => `${debtor} ${outcome}`)).toEqual([
      'MOI/DURAND recorded',
      'NORD/LILAS recorded',
    ])
  })

  test('an association counts as a consumer until somebody says otherwise, whatever a file says', async () => {
    const desk = await start('2026-03-13')
    await importCsv(desk, [HEADER, LILAS].join('\n'))
    const association = await change(desk, { debtor: 'LILAS', status: 'association' })
    expect(association).toMatchObject({ kind: 'consumer', status: 'association' })
    expect(await scenarioOf(desk)).toEqual(['amiable-consumer'])
    const typed = [`${HEADER};Type client`, `${LILAS};entreprise`].join('\n')
    await importCsv(desk, typed)
    expect(await change(desk, { debtor: 'LILAS' })).toMatchObject({ kind: 'consumer', nextLookOn: null })
    const claim = await drawClaim(desk, { about: 'LILAS' })
    expect(claim).toMatchObject({ totals: { indemnityCents: 0n, interestCents: 0n } })

    expect(await change(desk, { debtor: 'LILAS', kind: 'business' })).toMatchObject({
      refused: 'status-settles-kind',
    })
    expect(await change(desk, { debtor: 'LILAS', actsAs: 'business' })).toMatchObject({ kind: 'business' })
    expect(await drawClaim(desk, { about: 'LILAS' })).toMatchObject({
      totals: { indemnityCents: 40_00n },
    })
    await run(desk)
    expect(await change(desk, { debtor: 'LILAS', status: 'none', kind: 'consumer' })).toMatchObject({
      status: null,
    })
    expect(await scenarioOf(desk), 'a case under way keeps its scenario').toEqual(['amiable-b2b'])
    expect(await change(desk, { debtor: 'LILAS', actsAs: 'business' })).toMatchObject({
      refused: 'no-status',
    })
  })
})

async function run(desk: TestDesk): Promise<DayReport> {
  const report = accepted(await runDay(desk, { dryRun: false }))
  expect(report.errors).toEqual([])
  return report
}

async function bodacc(desk: TestDesk, name: string) {
  const done = accepted(
    await importBodacc(desk, {
      files: [fixture(name)],
      dryRun: false,
    }),
  )
  return done
}

async function record(desk: TestDesk, text: string): Promise<void> {
  accepted(await recordFact(desk, { text, debtor: 'DURAND' }))
}

function change(desk: TestDesk, input: Omit<ChangeDebtor, 'date' | 'actor'>) {
  return changeDebtor(desk, { ...input })
}

function steps(report: DayReport): string[] {
  return report.actions.map(({ step, channel, items }) => `${step} ${channel} ${items.join(' ')}`).sort()
}

function journal(desk: TestDesk): Promise<string[]> {
  return desk.transaction(async tx => {
    const rows = await tx.query<{ text: string }>(
      `select entry ->> 'text' as text from journal where organisation_id = $1 and kind = 'import' and entry ? 'notice'`,
      [tx.organisationId],
    )
    return rows.map(row => row.text)
  })
}

function scenarioOf(desk: TestDesk): Promise<string[]> {
  return desk.transaction(async tx => {
    const rows = await tx.query<{ scenario_id: string }>(
      'select scenario_id from dunning_case where organisation_id = $1',
      [tx.organisationId],
    )
    return rows.map(row => row.scenario_id)
  })
}
