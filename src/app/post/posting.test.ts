/** Letters on real PostgreSQL: printed and ticked by a person, handed to a provider and followed, and what comes back. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { readPdf, wordsOf } from '../../../test/pdf.ts'
import { recordFact } from '../../../test/record-fact.ts'
import type { Failure, Receipt } from '../../channels/channel.ts'
import type { PostalLetter, PostalReport } from '../../channels/postal-provider.ts'
import { day } from '../../domain/date.ts'
import { actOnAction } from '../day/act-on-action.ts'
import { listActions } from '../day/list-actions.ts'
import { runDay } from '../day/run-day.ts'
import { switchSending } from '../delivery/switch-sending.ts'
import { changeCreditor } from '../setup/change-creditor.ts'
import { changeDebtor } from '../setup/change-debtor.ts'
import { importTracking } from './import-tracking.ts'
import { postLetters } from './post-letters.ts'
import { printLetters } from './print-letters.ts'
import { showProof } from './show-proof.ts'
import { tickLetters } from './tick-letters.ts'
import { trackLetters } from './track-letters.ts'

const ADDRESS = '3 place du Marché, 59800 Lille'

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('the day’s letters are those agreed to and still owed; one without address is named', async () => {
    const { desk, ids } = await formalNotices()
    await changeDebtor(desk, { debtor: 'DURAND', address: ADDRESS })
    const { letters, leftOut, pdf } = await printLetters(desk, { language: 'fr' })
    expect(letters).toMatchObject([
      { id: ids.DURAND, registered: true, stage: 'formal-notice', address: ADDRESS, amountCents: 1200_00 },
    ])
    expect(leftOut).toMatchObject([{ id: ids.PORT, lacks: ['debtor.address'] }])
    const read = await readPdf(pdf ?? new Uint8Array())
    expect(wordsOf(read, 1)).toContain(`${ids.DURAND} DURAND SARL`)
    expect(wordsOf(read, 2)).toContain('Objet : Mise en demeure')
    await record(desk, 'DURAND', 'pay 1200.00 F-1')
    const after = await printLetters(desk, { language: 'fr' })
    expect(after.pdf).toBeNull()
    expect(after.leftOut).toMatchObject([{ id: ids.DURAND, lacks: ['items'] }, { id: ids.PORT }])
  })

  test('ticked with its number, then presented: the deadline runs from there, and the same news twice is one', async () => {
    const { desk, ids } = await formalNotices()
    const id = ids.DURAND
    expect(await tick(desk, [id], { trackingNumber: '1A01234567890' })).toMatchObject({
      letters: [{ id, status: 'posted', trackingNumber: '1A01234567890', noted: 'new' }],
    })
    const presented = { status: 'presented', on: day('2026-05-06') } as const
    desk.move('2026-05-07')
    expect(await tick(desk, [id], presented)).toMatchObject({ letters: [{ noted: 'new' }] })
    expect(await tick(desk, [id], presented)).toMatchObject({ letters: [{ noted: 'unchanged' }] })
    expect(await tick(desk, [id], { status: 'received', on: day('2026-05-07') })).toMatchObject({
      letters: [{ status: 'received' }],
    })
    expect(await tick(desk, [id], { status: 'presented', on: day('2026-05-05') })).toMatchObject({
      letters: [{ status: 'received', noted: 'unchanged' }],
    })
    expect(await asksOn(desk, '2026-05-18')).toEqual([])
    expect(await asksOn(desk, '2026-05-19')).toEqual(['j60'])
  })

  test('a wrong address takes the notice back: nothing follows it, and a person is told', async () => {
    const { desk, ids } = await formalNotices()
    await tick(desk, [ids.DURAND], {})
    await tick(desk, [ids.DURAND], { status: 'wrong-address', on: desk.today })
    desk.move('2026-05-12')
    const report = await run(desk)
    expect(report.tasks).toContainEqual(expect.objectContaining({ code: 'fix-contact', case: 'MOI/DURAND' }))
    expect(await asksOn(desk, '2026-05-19')).toEqual([])
  })

  test('ticking is all or nothing, and of letters alone', async () => {
    const { desk, ids } = await formalNotices()
    expect(await tick(desk, [ids.DURAND, '9-9'], {})).toMatchObject({ refused: 'unknown-action' })
    expect(await openLetters(desk)).toHaveLength(2)
    expect(await tick(desk, [ids.DURAND, ids.PORT], { trackingNumber: '1A' })).toMatchObject({
      refused: 'number-of-one-letter',
    })
    const { actions } = await listActions(desk, { openOnly: false })
    const already = actions.find(({ step }) => step === 'j32')
    expect(await tick(desk, [already?.id ?? ''], {})).toMatchObject({ refused: 'not-a-letter' })
  })

  test('a file of numbers and statuses: each line taken or named', async () => {
    const { desk, ids } = await formalNotices()
    const csv = [
      'Action;Numéro de suivi;Date;Statut',
      `${ids.DURAND};1A 0123 4567 890;28/04/2026;Pris en charge`,
      `${ids.PORT};;28/04/2026;volée`,
      ';1A01234567890;06/05/2026;Avisé, attend au bureau de poste',
      ';1A99999999999;06/05/2026;distribué',
      `${ids.PORT};;31/12/2026;postée`,
    ].join('\n')
    desk.move('2026-05-07')
    const file = { name: 'suivi.csv', bytes: new TextEncoder().encode(csv) }
    const taken = { file, date: desk.today, dryRun: false, actor: 'essai' }
    expect(await importTracking(desk, { ...taken, dryRun: true })).toMatchObject({ letters: [{}, {}] })
    expect(await importTracking(desk, taken)).toMatchObject({
      letters: [
        { id: ids.DURAND, status: 'posted', trackingNumber: '1A01234567890', noted: 'new' },
        { id: ids.DURAND, status: 'presented', noted: 'new' },
      ],
      problems: [
        { line: 3, code: 'unknown-status' },
        { line: 5, code: 'unknown-tracking-number' },
        { line: 6, code: 'date-in-the-future' },
      ],
    })
    expect(await importTracking(desk, taken)).toMatchObject({
      letters: [{ noted: 'unchanged' }, { noted: 'unchanged' }],
    })
    const wrong = { name: 'x.csv', bytes: new TextEncoder().encode('date;statut\n01/05/2026;reçu') }
    expect(await importTracking(desk, { ...taken, file: wrong })).toMatchObject({
      refused: 'missing-columns',
    })
  })

  test('handed to a provider once, followed, its proofs kept byte for byte', async () => {
    const { desk, ids } = await formalNotices({ addresses: true })
    const provider = withProvider(desk)
    expect(await postLetters(desk, { max: null })).toMatchObject({ refused: 'sending-off' })
    await switchSending(desk, { sending: true })
    expect(await postLetters(desk, { max: 1 })).toMatchObject({ posted: 1, leftOut: [] })
    expect(await postLetters(desk, { max: null })).toMatchObject({ posted: 1 })
    expect(await postLetters(desk, { max: null })).toMatchObject({ posted: 0 })
    expect(provider.orders).toMatchObject([
      { reference: ids.DURAND, kind: 'paper', to: { lines: ['3 place du Marché'], postalCode: '59800' } },
      { reference: ids.PORT },
    ])
    const kept = await showProof(desk, { id: ids.DURAND, kind: 'letter' })
    expect('content' in kept && Buffer.from(kept.content)).toEqual(Buffer.from(provider.orders[0]?.pdf ?? []))
    expect(await showProof(desk, { id: ids.DURAND, kind: 'receipt' })).toMatchObject({ refused: 'no-proof' })

    provider.report = {
      kind: 'report',
      trackingNumber: '2C123456789',
      news: [
        { status: 'presented', on: '2026-05-06' },
        { status: 'received', on: '2026-05-09' },
      ],
      detail: 'distribue',
      proofs: [{ kind: 'receipt', contentType: 'image/jpeg', content: new Uint8Array([1, 2, 3]) }],
    }
    desk.move('2026-05-11')
    expect(await trackLetters(desk)).toMatchObject({
      asked: 2,
      letters: [
        { status: 'presented' },
        { status: 'received' },
        { status: 'presented' },
        { status: 'received' },
      ],
      proofs: [
        { id: ids.DURAND, kind: 'receipt' },
        { id: ids.PORT, kind: 'receipt' },
      ],
      problems: [],
    })
    expect(await trackLetters(desk)).toMatchObject({ asked: 0 })
    expect(await showProof(desk, { id: ids.PORT, kind: 'receipt' })).toMatchObject({
      content: Buffer.from([1, 2, 3]),
    })
    expect(await asksOn(desk, '2026-05-18')).toEqual([])
    expect(await asksOn(desk, '2026-05-19')).toEqual(['j60', 'j60'])
  })

  test('the provider refuses, is down, or hides the letter’s fate: failed, tried again, or for a person', async () => {
    const { desk, ids } = await formalNotices({ addresses: true })
    const provider = withProvider(desk)
    await switchSending(desk, { sending: true })
    provider.answer = { kind: 'temporary', detail: 'HTTP 503' }
    expect(await postLetters(desk, { max: null })).toMatchObject({ later: 2, posted: 0 })
    expect(await openLetters(desk)).toHaveLength(2)
    provider.answer = { kind: 'uncertain', detail: 'no answer' }
    expect(await postLetters(desk, { max: 1 })).toMatchObject({ uncertain: 1 })
    provider.answer = { kind: 'permanent', detail: 'INFO_ADDRESS_MISSING' }
    expect(await postLetters(desk, { max: null })).toMatchObject({
      failed: 1,
      uncertain: 0,
    })
    const { actions } = await listActions(desk, { openOnly: false })
    const status = (id: string) => actions.find(action => action.id === id)?.status
    expect([status(ids.DURAND), status(ids.PORT)]).toEqual(['uncertain', 'failed'])
    expect(await tick(desk, [ids.DURAND], {})).toMatchObject({ letters: [{ status: 'posted' }] })
  })

  test('paid while the letter is under way: withheld. A crash in the moment of handing over: uncertain', async () => {
    const { desk, ids } = await formalNotices({ addresses: true })
    const provider = withProvider(desk)
    await switchSending(desk, { sending: true })
    provider.meanwhile = () => record(desk, 'DURAND', 'pay 200.00 F-1')
    expect(await postLetters(desk, { max: 1 })).toMatchObject({ later: 1 })
    expect(provider.orders).toEqual([])
    provider.meanwhile = async () => {}
    provider.crash = true
    await expect(postLetters(desk, { max: null })).rejects.toThrow('crash')
    provider.crash = false
    expect(await postLetters(desk, { max: null })).toMatchObject({
      uncertain: 1,
      posted: 1,
    })
    const { actions } = await listActions(desk, { openOnly: true })
    expect(actions.filter(({ status }) => status === 'uncertain').map(({ id }) => id)).toEqual([ids.DURAND])
    expect(await postLetters(desk, { max: null })).toMatchObject({ uncertain: 0 })
  })

  test('electronic registered mail: a consumer must have agreed, and the refusal names it', async () => {
    const { desk, ids } = await formalNotices({ addresses: true })
    const provider = withProvider(desk, true)
    await switchSending(desk, { sending: true })
    await changeDebtor(desk, { debtor: 'PORT', kind: 'consumer' })
    const { leftOut } = (await postLetters(desk, { max: null })) as { leftOut: object[] }
    expect(leftOut).toMatchObject([
      {
        id: ids.PORT,
        lacks: ['electronic-mail-consent'],
        refusal: { refused: 'electronic-mail-not-agreed', params: { debtor: 'PORT' } },
      },
    ])
    expect(provider.orders).toMatchObject([{ reference: ids.DURAND, kind: 'electronic' }])
    const consent = { debtor: 'PORT', electronicMailConsent: day('2026-04-01') }
    await changeDebtor(desk, { ...consent })
    await postLetters(desk, { max: null })
    expect(provider.orders.at(-1)).toMatchObject({ to: { consented: true, email: 'compta@port.example' } })
  })

  /** Two cases whose formal notice was approved and waits to be posted, on 28 April 2026. */
  async function formalNotices({ addresses = false } = {}) {
    const desk = await testDesk(fresh.database, '2026-04-20')
    const rows = [line('DURAND', 'F-1', '2026-03-10', '1200,00'), line('PORT', 'F-2', '2026-03-10', '90,00')]
    await importCsv(desk, [HEADER, ...rows].join('\n'))
    await changeCreditor(desk, {
      code: 'MOI',
      address: '12 rue des Lilas, 59000 Lille',
      email: 'compta@atelier.example',
      iban: 'FR7630006000011234567890189',
      signature: 'Claire Martin, comptable',
    })
    for (const [debtor, item] of [
      ['DURAND', 'F-1'],
      ['PORT', 'F-2'],
    ] as const) {
      await record(desk, debtor, `already j32 2026-04-13 ${item}`)
      if (addresses) await changeDebtor(desk, { debtor, address: ADDRESS })
    }
    await run(desk)
    const { actions } = await listActions(desk, { openOnly: true })
    const idOf = (debtor: string) => actions.find(action => action.case === `MOI/${debtor}`)?.id ?? ''
    const ids = { DURAND: idOf('DURAND'), PORT: idOf('PORT') }
    for (const id of Object.values(ids)) {
      await actOnAction(desk, {
        id,
        verb: 'approve',
        note: null,
        reason: null,
      })
    }
    desk.move('2026-04-28')
    await run(desk)
    return { desk, ids }
  }
})

/** A provider in memory, that answers as told. */
function withProvider(desk: TestDesk, electronic = false) {
  const provider = {
    orders: [] as PostalLetter[],
    answer: null as Failure | null,
    report: { kind: 'temporary', detail: '' } as PostalReport | Failure,
    meanwhile: async () => {},
    crash: false,
  }
  desk.post = {
    ...desk.post,
    electronic,
    provider: {
      id: 'memory',
      async post(letter, { beforeHandover }): Promise<Receipt | Failure> {
        await provider.meanwhile()
        if (!(await beforeHandover())) return { kind: 'withheld', detail: 'retenu' }
        if (provider.crash) throw new Error('crash')
        if (provider.answer) return provider.answer
        provider.orders.push(letter)
        return { kind: 'sent', providerId: `m-${provider.orders.length}`, response: 'ok' }
      },
      track: async () => provider.report,
    },
  }
  return provider
}

function tick(desk: TestDesk, ids: string[], news: Partial<Parameters<typeof tickLetters>[1]>) {
  const posted = { status: 'posted', on: desk.today, trackingNumber: null, note: null } as const
  return tickLetters(desk, { ids, ...posted, ...news })
}

async function record(desk: TestDesk, debtor: string, text: string): Promise<void> {
  accepted(await recordFact(desk, { text, debtor }))
}

async function openLetters(desk: TestDesk) {
  const { actions } = await listActions(desk, { openOnly: true })
  return actions.filter(({ status, channel }) => status === 'open' && channel === 'registered-letter')
}

async function run(desk: TestDesk) {
  const report = accepted(await runDay(desk, { dryRun: false }))
  return report
}

/** The steps asked for on a day. */
async function asksOn(desk: TestDesk, on: string): Promise<string[]> {
  desk.move(on)
  return (await run(desk)).actions.map(({ step }) => step)
}
