/** Rates that people record, on real PostgreSQL: what is known is extended, never contradicted, and every claim follows. */
import { afterEach, expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { HEADER, importCsv, line, onDay, type TestDesk, testDesk } from '../../../test/desk.ts'
import { addDays, day } from '../../domain/date.ts'
import { nextSemesterStart } from '../../domain/interest/rate.ts'
import { HEALTH } from '../../words/health.ts'
import { runDay } from '../day/run-day.ts'
import { drawClaim } from '../reports/draw-claim.ts'
import { checkHealth } from './check-health.ts'
import { listRates } from './list-rates.ts'
import { type RecordRates, recordRates } from './record-rate.ts'
import { type RemoveRates, removeRates } from './remove-rate.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = () => testDesk(fresh.database, '2026-12-28')
  // The table belongs to everybody: each test begins and ends without rows.
  afterEach(async () => {
    await fresh.admin('delete from rate')
  })

  test('a rate unchanged on 1 January is recorded with its source, who did it and when', async () => {
    const desk = await start()
    expect(await recordedAndReopened(desk, ecb('2027-01-01', 265))).toEqual({
      recorded: 1,
      knownUntil: '2027-01-01',
    })
    const [series] = (await listRates(desk)).series
    expect(series).toMatchObject({ code: 'ecb', knownUntil: '2027-01-01' })
    expect(series?.rates.at(-1)).toEqual({
      from: '2027-01-01',
      until: '2027-01-01',
      rateBps: 265,
      status: 'recorded',
      sources: ['BCE, communiqué'],
      recordedBy: 'essai',
      recordedAt: expect.stringMatching(/^2026-12-28T09:00:00/),
    })
    expect(desk.country.rates.ecbRateOn(day('2027-01-01'))).toMatchObject({
      rateBps: 265,
      name: 'taux BCE au 2027-01-01 (2,65 %)',
      status: 'recorded',
      sources: ['BCE, communiqué'],
    })
    expect(desk.country.rates.ecbRateOn(day('2026-12-31'))).toHaveProperty('unknownRate')
  })

  test('twice changes nothing; what the program knows is not recorded again', async () => {
    const desk = await start()
    await recordedAndReopened(desk, ecb('2027-01-01', 265))
    const before = await fresh.admin('select * from rate')
    expect(await recordedAndReopened(desk, ecb('2027-01-01', 265))).toMatchObject({ recorded: 0 })
    expect(await recordedAndReopened(desk, ecb('2026-09-16', 265, '2026-11-22'))).toMatchObject({
      recorded: 0,
    })
    expect(await fresh.admin('select * from rate')).toEqual(before)
  })

  test('a contradiction is refused whole: with the program, with a person, and of one legal rate of two', async () => {
    const desk = await start()
    await recordedAndReopened(desk, ecb('2027-01-01', 265))
    expect(await recordedAndReopened(desk, ecb('2027-01-01', 290))).toEqual({
      refused: 'rate-contradicts',
      params: {
        rate: 'taux BCE au 2027-01-01 (2,65 %)',
        from: '2027-01-01',
        until: '2027-01-01',
        sources: ['BCE, communiqué'],
        rateBps: 290,
      },
    })
    expect(await recordedAndReopened(desk, ecb('2026-11-20', 290, '2027-01-02'))).toMatchObject({
      refused: 'rate-contradicts',
    })
    await recordedAndReopened(desk, legal('2027-01-01', 690, 280))
    expect(await recordedAndReopened(desk, legal('2027-01-01', 690, 281))).toMatchObject({
      refused: 'rate-contradicts',
      params: { rate: "taux d'intérêt légal (autres cas) au 2027-01-01 (2,80 %)" },
    })
    expect(await fresh.admin('select count(*)::int as rows from rate')).toEqual([{ rows: 3 }])
  })

  test('of many that contradict each other at the same moment, one is taken', async () => {
    const desk = await start()
    // Connections that are open already, so that all of them read before any has written.
    await Promise.all(Array.from({ length: 8 }, () => listRates(desk)))
    const answers = await Promise.all(
      ['01', '02', '03', '04', '05', '06', '07', '08'].map((last, at) =>
        recordedAndReopened(desk, ecb('2027-01-01', 200 + at, `2027-01-${last}`)),
      ),
    )
    expect(answers.filter(answer => 'recorded' in answer)).toHaveLength(1)
    expect(await fresh.admin('select count(*)::int as rows from rate')).toEqual([{ rows: 1 }])
  })

  test.each([
    ['absurd', ecb('2027-01-01', 10_001), 'bad-rate'],
    ['negative', ecb('2027-01-01', -1), 'bad-rate'],
    ['ends before it begins', ecb('2027-01-01', 265, '2026-12-31'), 'impossible-dates'],
    ['before the euro', ecb('1998-12-31', 265), 'impossible-dates'],
    ['more than a year ahead', ecb('2027-12-30', 265), 'impossible-dates'],
    ['without a source', { ...ecb('2027-01-01', 265), source: ' ' }, 'bad-source'],
  ])('%s: refused, nothing written', async (_, input, refused) => {
    const desk = await start()
    expect(await recordedAndReopened(desk, input)).toMatchObject({ refused })
    expect(await fresh.admin('select * from rate')).toEqual([])
  })

  test('a recorded rate is removed; those of the program stay', async () => {
    const desk = await start()
    await recordedAndReopened(desk, legal('2027-01-01', 690, 280))
    const both = ['legal-individual', 'legal-other'] as const
    expect(await removedAndReopened(desk, { series: both, from: day('2027-01-01') })).toEqual({ removed: 2 })
    expect(desk.country.rates.legalRateOn(day('2027-01-01'), 'other')).toHaveProperty('unknownRate')
    expect(await removedAndReopened(desk, { series: both, from: day('2027-01-01') })).toMatchObject({
      refused: 'rate-not-recorded',
    })
    expect(await removedAndReopened(desk, { series: ['ecb'], from: day('2026-09-16') })).toMatchObject({
      refused: 'rate-of-the-program',
    })
  })

  test('a claim that lacked the rate is drawn once it is recorded, and refused again once it is removed', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-12-21', '10 000,00')].join('\n'))
    const claim = () => drawClaim(onDay(desk, '2027-01-10'), { about: 'DURAND' })
    expect(await claim()).toMatchObject({ refused: 'unknown-rate' })
    await recordedAndReopened(desk, ecb('2027-01-01', 265))
    // 10 days at 12.40 % = 33.97, 10 days at 12.65 % = 34.66.
    expect(await claim()).toMatchObject({ totals: { interestCents: 6863n } })
    await removedAndReopened(desk, { series: ['ecb'], from: day('2027-01-01') })
    expect(await claim()).toMatchObject({ refused: 'unknown-rate' })
  })

  test('the open cases look again at the next run', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2027-03-31', '100,00')].join('\n'))
    await runDay(desk, { dryRun: false })
    const look = () =>
      fresh.admin('select next_look_on::text as day from dunning_case where organisation_id = $1', [
        desk.organisationId,
      ])
    expect(await look()).not.toEqual([{ day: '2026-12-28' }])
    await recordedAndReopened(desk, ecb('2027-01-01', 265))
    expect(await look()).toEqual([{ day: '2026-12-28' }])
  })

  test('doctor warns two months before, names the command, and is content once both are recorded', async () => {
    const desk = await start()
    const rates = async () => {
      await desk.reopen()
      return (await checkHealth(desk, HEALTH.fr)).checks.filter(({ name }) => name.endsWith('rates'))
    }
    desk.move('2026-10-31')
    expect(await rates()).toMatchObject([{ ok: true }, { ok: true }])
    desk.move('2026-11-01')
    const [ecbCheck, legalCheck] = await rates()
    expect(ecbCheck).toMatchObject({ name: 'rates', ok: false })
    expect(ecbCheck?.detail).toContain('quittance rates add ecb --from 2027-01-01 --rate ')
    expect(legalCheck).toMatchObject({ name: 'legal-rates', ok: false })
    expect(legalCheck?.detail).toContain('quittance rates add legal --semester 2027-S1 --individual ')
    const colleague: TestDesk = await start()
    await recordedAndReopened(colleague, ecb('2027-01-01', 265))
    expect(await rates()).toMatchObject([{ ok: true }, { ok: false }])
    await recordedAndReopened(colleague, legal('2027-01-01', 690, 280))
    expect(await rates()).toMatchObject([{ ok: true }, { ok: true }])
    desk.move('2027-05-20')
    expect((await rates())[0]?.detail).toContain('--from 2027-07-01')
  })
})

function ecb(from: string, rateBps: number, until = from): RecordRates {
  const rates = [{ series: 'ecb' as const, from: day(from), until: day(until), rateBps }]
  return { rates, source: 'BCE, communiqué' }
}

function legal(start: string, individual: number, other: number): RecordRates {
  const row = { from: day(start), until: addDays(nextSemesterStart(day(start)), -1) }
  return {
    rates: [
      { ...row, series: 'legal-individual', rateBps: individual },
      { ...row, series: 'legal-other', rateBps: other },
    ],
    source: 'arrêté',
  }
}

/** A desk is of one request: its rates are those of its opening. */
async function recordedAndReopened(desk: TestDesk, input: RecordRates) {
  const answer = await recordRates(desk, input)
  await desk.reopen()
  return answer
}

async function removedAndReopened(desk: TestDesk, input: RemoveRates) {
  const answer = await removeRates(desk, input)
  await desk.reopen()
  return answer
}
