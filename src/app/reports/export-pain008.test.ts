/** From a plan and a mandate to the bank's message, and a payment code, on a database. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, onDay, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { day } from '../../domain/date.ts'
import { drawPaymentCode } from '../messages/draw-payment-code.ts'
import { changeCreditor } from '../setup/change-creditor.ts'
import { type ExportPain008, exportPain008 } from './export-pain008.ts'

const IBAN = 'FR7630006000011234567890189'
const MANDATES = `debtor;iban;bic;mandate reference;signature date;sequence
DURAND;${IBAN};AGRIFRPP;RUM-1;01/03/2026;FRST
MOI/ROUX;${IBAN};;RUM-2;01/03/2026;RCUR`

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('instalments due become debits on banking days, no sooner than the bank can', async () => {
    const desk = await lived(await testDesk(fresh.database, '2026-03-30'))
    const done = await exported(desk, { until: day('2026-05-01') })
    expect(
      done.debits.map(d => [d.case, d.dueOn, d.collectionOn, d.amountCents, d.mandate, d.endToEndId]),
    ).toEqual([
      ['MOI/ROUX', '2026-03-31', '2026-04-01', 250_00n, 'RUM-2', expect.stringMatching(/^2-P\d+-1$/)],
      ['MOI/DURAND', '2026-04-03', '2026-04-07', 400_00n, 'RUM-1', expect.stringMatching(/^1-P\d+-1$/)],
      ['MOI/ROUX', '2026-04-30', '2026-04-30', 250_00n, 'RUM-2', expect.stringMatching(/^2-P\d+-2$/)],
    ])
    expect(done.totals).toEqual({ count: 3, amountCents: 900_00n })
    expect(done.content).toContain('pain.008.001.08')
    const again = await exported(desk, { until: day('2026-05-01') })
    expect(again).toEqual(done)
    expect((await exported(desk, { debtors: ['DURAND'] })).totals).toEqual({ count: 1, amountCents: 400_00n })
  })

  test('a debit under way is not asked twice; with nothing due there is no message', async () => {
    const desk = await lived(await testDesk(fresh.database, '2026-03-30'))
    await note(desk, 'DURAND', '2026-03-30', 'direct-debit F-1 on 2026-04-07')
    const done = await exported(desk, {})
    expect(done.leftOut).toEqual([{ case: 'MOI/DURAND', reason: 'direct-debit' }])
    expect(done.debits.map(debit => debit.case)).toEqual(['MOI/ROUX'])
    const nothing = await exported(desk, {
      until: day('2026-03-29'),
      mandates: bytesOf('debtor,iban,rum,signed'),
    })
    expect(nothing).toMatchObject({ content: null, messageId: null, debits: [], totals: { count: 0 } })
  })

  test.each<[string, Partial<ExportPain008>]>([
    ['bad-ics', { identifier: 'FR73ZZZ123456' }],
    ['bad-bic', { bic: 'AGRI' }],
    ['bad-mandates', { mandates: bytesOf(MANDATES.replace('0189;AGRI', '0188;AGRI')) }],
    ['mandate-missing', { mandates: bytesOf(MANDATES.replace('MOI/ROUX', 'AUTRE')) }],
    ['mandate-used-twice', { mandates: bytesOf(MANDATES.replace('RCUR', 'OOFF')), until: day('2026-05-01') }],
    ['mandate-too-late', { mandates: bytesOf(MANDATES.replace('RUM-1;01/03', 'RUM-1;01/06')) }],
    ['unknown-debtor', { debtors: ['PERSONNE'] }],
    ['unknown-creditor', { creditor: 'SUD' }],
  ])('%s', async (refused, some) => {
    const desk = await lived(await testDesk(fresh.database, '2026-03-30'))
    expect(await exportPain008(desk, { ...ALL, ...some })).toMatchObject({ refused })
  })

  test('without the creditor’s IBAN nothing can be debited nor paid', async () => {
    const desk = await testDesk(fresh.database, '2026-03-30')
    await importCsv(desk, `${HEADER}\n${line('DURAND', 'F-1', '2026-02-13', '1200,00')}`)
    expect(await exportPain008(desk, ALL)).toMatchObject({ refused: 'iban-missing' })
    expect(await code(desk, 'F-1')).toMatchObject({ refused: 'iban-missing' })
  })

  test('a payment code asks what is owed, less what is disputed, to whom it is to be paid', async () => {
    const desk = await lived(await testDesk(fresh.database, '2026-03-30'))
    await note(desk, 'ROUX', '2026-03-10', 'pay 100.00 R-1')
    await note(desk, 'ROUX', '2026-03-11', 'dispute R-1 150.00 quality')
    expect(await code(desk, 'R-1')).toMatchObject({
      amountCents: 250_00n,
      payee: 'Atelier Nord',
      payload: `BCD\n002\n1\nSCT\n\nAtelier Nord\n${IBAN}\nEUR250.00\n\n\nR-1`,
    })
    await importCsv(desk, `${HEADER}\n${line('DURAND', 'F-3', '2026-06-30', '10,00')}`)
    expect(await code(desk, 'DURAND')).toMatchObject({ amountCents: 1500_00n, reference: 'F-1, F-2' })
    await note(desk, 'DURAND', '2026-03-12', 'insolvency 2026-03-11')
    expect(await code(desk, 'F-1')).toMatchObject({ refused: 'nothing-to-pay' })
    await note(desk, 'ROUX', '2026-03-12', 'pay 400.00 R-1')
    expect(await code(desk, 'R-1')).toMatchObject({ refused: 'nothing-to-pay' })
  })
})

const ALL: ExportPain008 = {
  debtors: [],
  today: day('2026-03-30'),
  until: day('2026-04-13'),
  creditor: null,
  identifier: 'FR72ZZZ123456',
  bic: null,
  mandates: bytesOf(MANDATES),
  version: '08',
  leadDays: 2,
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

async function exported(desk: TestDesk, some: Partial<ExportPain008>) {
  const done = accepted(await exportPain008(desk, { ...ALL, ...some }))
  return done
}

function code(desk: TestDesk, about: string) {
  return drawPaymentCode(onDay(desk, '2026-03-30'), { about })
}

async function note(desk: TestDesk, debtor: string, date: string, text: string) {
  accepted(await recordFact(onDay(desk, date), { text, debtor }))
}

async function lived(desk: TestDesk): Promise<TestDesk> {
  await importCsv(
    desk,
    [
      HEADER,
      line('DURAND', 'F-1', '2026-02-13', '1200,00'),
      line('DURAND', 'F-2', '2026-02-20', '300,00'),
      line('ROUX', 'R-1', '2026-02-17', '500,00'),
    ].join('\n'),
  )
  await changeCreditor(desk, { code: 'MOI', name: 'Atelier Nord', iban: IBAN })
  await note(desk, 'DURAND', '2026-03-02', 'plan 3 x 400.00 from 2026-04-03 monthly F-1')
  await note(desk, 'ROUX', '2026-03-02', 'plan 2 x 250.00 from 2026-03-31 monthly R-1')
  return desk
}
