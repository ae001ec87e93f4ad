/** The letters that the law wants whole, on real PostgreSQL: an agency's first letter and what repeats it, a formal notice. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { actOnAction } from '../day/act-on-action.ts'
import { listActions } from '../day/list-actions.ts'
import { runDay } from '../day/run-day.ts'
import { deliver } from '../delivery/deliver.ts'
import { switchSending } from '../delivery/switch-sending.ts'
import { importInvoices } from '../imports/import-invoices.ts'
import { type ShownMessage, showMessage } from '../messages/show-message.ts'
import { changeCreditor } from '../setup/change-creditor.ts'
import { changeDebtor } from '../setup/change-debtor.ts'
import { changeSetting } from '../setup/change-setting.ts'

const AGENCY = {
  'agency-name': 'Recouvrement du Nord',
  'agency-address': '8 boulevard Carnot, 59000 Lille',
  'agency-email': 'dossiers@recouvrement-nord.example',
}

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('an agency writes its letter once whole, and every later message repeats reference and date', async () => {
    const desk = await testDesk(fresh.database, '2026-03-11')
    await importForAgency(desk, 'agency')
    await run(desk)
    const [proposed] = await actions(desk)
    const id = proposed?.id ?? ''
    expect(await show(desk, id)).toMatchObject({
      refused: 'message-lacks',
      params: { lacks: ['agency.name'] },
    })
    for (const [name, value] of Object.entries(AGENCY)) await changeSetting(desk, { name, value })
    expect(await show(desk, id)).toMatchObject({ params: { lacks: ['creditor.iban'] } })
    await changeCreditor(desk, { code: 'MOI', iban: 'FR7630006000011234567890189' })
    expect(await show(desk, id)).toMatchObject({ params: { lacks: ['creditor.address'] } })
    await changeCreditor(desk, { code: 'MOI', address: '12 rue des Lilas, 59000 Lille' })
    const letter = (await show(desk, id)) as ShownMessage
    expect(letter.text).toContain('activité\nde recouvrement amiable')
    expect(letter.text).toContain(`Notre référence, à rappeler\u00A0: ${id}`)

    await act(desk, id, 'confirm')
    desk.move('2026-03-12')
    await run(desk)
    await act(desk, id, 'done')
    desk.move('2026-03-18')
    await run(desk)
    const call = (await actions(desk)).find(({ step }) => step === 'j4')
    const script = (await show(desk, call?.id ?? '')) as ShownMessage
    expect(plain(script.text)).toContain(`notre lettre de référence ${id} du 12 mars 2026`)
    await act(desk, call?.id ?? '', 'done')
    desk.move('2026-03-23')
    await run(desk)
    await switchSending(desk, { sending: true })
    expect(await deliver(desk, { max: null })).toMatchObject({ sent: 1, blocked: [] })
    expect(desk.sent[0]?.from).toEqual({
      name: 'Recouvrement du Nord',
      address: 'dossiers@recouvrement-nord.example',
    })
    expect(plain(desk.sent[0]?.text ?? '')).toContain(`notre lettre de référence ${id} du 12 mars 2026`)
  })

  test('an agency’s first letter is not said posted while a mention of it is missing', async () => {
    const desk = await testDesk(fresh.database, '2026-03-11')
    await importForAgency(desk, 'agency')
    await run(desk)
    const id = (await actions(desk))[0]?.id ?? ''
    await act(desk, id, 'confirm')
    desk.move('2026-03-12')
    await run(desk)
    const done = { id, verb: 'done', note: null, reason: null, date: desk.today, actor: 'essai' } as const
    expect(await actOnAction(desk, done)).toMatchObject({
      refused: 'message-lacks',
      params: { lacks: ['agency.name'] },
    })
    for (const [name, value] of Object.entries(AGENCY)) await changeSetting(desk, { name, value })
    await changeCreditor(desk, {
      code: 'MOI',
      address: '12 rue des Lilas, 59000 Lille',
      iban: 'FR7630006000011234567890189',
    })
    expect(await actOnAction(desk, done)).toMatchObject({ status: 'done' })
  })

  test('a message of an agency about an invoice whose letter Quittance never sent is blocked, and says why', async () => {
    const desk = await testDesk(fresh.database, '2026-03-20')
    for (const [name, value] of Object.entries(AGENCY)) await changeSetting(desk, { name, value })
    await importForAgency(desk)
    await record(desk, 'already j4 2026-03-12 F-1')
    await run(desk)
    await switchSending(desk, { sending: true })
    desk.move('2026-03-23')
    await run(desk)
    expect(await deliver(desk, { max: null })).toMatchObject({
      sent: 0,
      failed: 1,
      remaining: 1,
      blocked: [{ case: 'MOI/DURAND', step: 'j7', missing: 'first-letter' }],
    })
    expect(desk.sent).toEqual([])
  })

  test('a formal notice names all that it lacks, then says every sum and the law', async () => {
    const desk = await testDesk(fresh.database, '2026-03-25')
    await importCsv(
      desk,
      [
        HEADER,
        line('DURAND', 'F-1', '2026-02-13', '1200,00'),
        line('DURAND', 'F-2', '2026-03-20', '90,00'),
      ].join('\n'),
    )
    await record(desk, 'already j32 2026-03-17 F-1')
    await run(desk)
    const id = (await actions(desk)).find(({ step }) => step === 'j40')?.id ?? ''
    expect(await show(desk, id)).toMatchObject({
      refused: 'notice-lacks',
      params: { lacks: ['creditor-address', 'signatory', 'debtor-address', 'means-of-payment'] },
    })
    await changeCreditor(desk, {
      code: 'MOI',
      name: 'Atelier Nord',
      address: '12 rue des Lilas, 59000 Lille',
      iban: 'FR7630006000011234567890189',
      siren: '732 829 320',
      signature: 'Anne Morel, gérante',
    })
    await changeDebtor(desk, {
      debtor: 'DURAND',
      address: '3 place du Marché, 59800 Lille',
    })
    const { text, notice } = (await show(desk, id)) as ShownMessage
    expect(notice).toMatchObject({
      on: '2026-03-25',
      creditor: { name: 'Atelier Nord', siren: '732829320' },
      sums: {
        principalCents: 1_200_00n,
        interestCents: 15_98n,
        indemnityCents: 40_00n,
        totalCents: 1_255_98n,
      },
      deadline: { days: 8, presentedOn: null, on: null },
      consequences: [{ code: 'late-interest' }, { code: 'payment-order' }, { code: 'interim-payment' }],
    })
    expect(plain(text)).toContain('nous vous mettons en demeure de nous payer la somme de 1 255,98 €')
    expect(plain(text)).toContain(
      'sans être réclamé par la présente lettre : - F-2, échéance 20 mars 2026 : 90,00 €',
    )
  })

  test('the letters about a claim assigned to a factor ask for payment to the factor', async () => {
    const desk = await testDesk(fresh.database, '2026-02-16')
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await changeCreditor(desk, { code: 'MOI', iban: 'FR7630006000011234567890189' })
    await record(desk, 'assigned "Factor du Nord" DE89370400440532013000 F-1')
    await run(desk)
    const [reminder] = await actions(desk)
    const { text } = (await show(desk, reminder?.id ?? '')) as ShownMessage
    expect(plain(text)).toContain('Bénéficiaire : Factor du Nord IBAN : DE89 3704 0044 0532 0130 00')
    expect(text).not.toContain('FR76')
  })

  test('a SIREN with a wrong key, an IBAN too, and an unknown action are refused', async () => {
    const desk = await testDesk(fresh.database, '2026-03-25')
    expect(await changeCreditor(desk, { code: 'MOI', siren: '732829321' })).toMatchObject({
      refused: 'bad-siren',
    })
    expect(await changeDebtor(desk, { debtor: 'X' })).toMatchObject({
      refused: 'unknown-debtor',
    })
    expect(await changeSetting(desk, { name: 'agency-iban', value: 'FR00' })).toMatchObject({
      refused: 'bad-setting',
    })
    expect(await show(desk, '9-9')).toMatchObject({ refused: 'unknown-action' })
  })
})

/** Without a scenario: an espace that is an agency has its own. */
async function importForAgency(desk: TestDesk, scenario?: string) {
  const csv = [HEADER, line('DURAND', 'F-1', '2026-03-10', '1000,00')].join('\n')
  accepted(
    await importInvoices(desk, {
      files: [{ name: 'factures.csv', bytes: new TextEncoder().encode(csv) }],
      terms: '30d',
      mode: 'delta',
      scenario,
      dryRun: false,
    }),
  )
}

async function run(desk: TestDesk) {
  const report = accepted(await runDay(desk, { dryRun: false }))
  return report
}

async function actions(desk: TestDesk) {
  return (await listActions(desk, { openOnly: false })).actions
}

async function act(desk: TestDesk, id: string, verb: 'confirm' | 'done') {
  accepted(
    await actOnAction(desk, {
      id,
      verb,
      note: null,
      reason: null,
    }),
  )
}

async function record(desk: TestDesk, text: string) {
  accepted(await recordFact(desk, { text, debtor: 'DURAND' }))
}

function show(desk: TestDesk, id: string) {
  return showMessage(desk, { id })
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ')
}
