/** Letters from the database to their PDF, on real PostgreSQL. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { readPdf, wordsOf } from '../../../test/pdf.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { listActions } from '../day/list-actions.ts'
import { runDay } from '../day/run-day.ts'
import { importInvoices } from '../imports/import-invoices.ts'
import { letterOfPaper, type PaperKind } from '../messages/letter-of-paper.ts'
import { changeCreditor } from '../setup/change-creditor.ts'
import { changeDebtor } from '../setup/change-debtor.ts'
import { changeLetterhead } from '../setup/change-letterhead.ts'
import { changeSetting } from '../setup/change-setting.ts'
import { printAction, printPaperOf } from './print-letter.ts'

const SVG = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>',
)

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('a formal notice is printed with its claim, once it lacks nothing; what is no letter is not', async () => {
    const desk = await withInvoices(fresh.database)
    await record(desk, 'already j32 2026-03-17 F-1')
    await runDay(desk, { dryRun: false })
    const { actions } = await listActions(desk, { openOnly: true })
    const notice = actions.find(({ step }) => step === 'j40')?.id ?? ''
    expect(await printAction(desk, { id: notice })).toMatchObject({
      refused: 'notice-lacks',
    })
    await describeParties(desk)
    const printed = accepted(await printAction(desk, { id: notice }))
    const read = await readPdf(printed.pdf)
    expect(wordsOf(read, 1)).toContain('Lettre recommandée avec avis de réception')
    expect(wordsOf(read, read.pages)).toContain('Décompte de la créance')
    expect(wordsOf(read, read.pages)).toMatch(/Total 1 255,98 €/)
    const email = actions.find(({ channel }) => channel === 'email')?.id ?? ''
    expect(await printAction(desk, { id: email })).toMatchObject({
      refused: 'not-a-letter',
    })
    expect(await printAction(desk, { id: '9-9' })).toMatchObject({
      refused: 'unknown-action',
    })
  })

  test('a statement, a receipt and a plan say what the account says, each refused while it lacks a piece', async () => {
    const desk = await withInvoices(fresh.database)
    expect(await letter(desk, 'statement')).toMatchObject({ params: { lacks: ['creditor.address'] } })
    await describeParties(desk)
    expect(await letter(desk, 'receipt')).toMatchObject({ params: { lacks: ['payments'] } })
    expect(await letter(desk, 'plan-agreement')).toMatchObject({ refused: 'no-plan' })
    await record(desk, 'pay 500.00 F-1')
    await record(desk, 'plan 2 x 350.00 from 2026-04-05 monthly F-1')
    expect(await words(desk, 'statement')).toContain(
      'un solde de 790,00 € à régler, dont 790,00 € à échéance dépassée',
    )
    expect(await words(desk, 'receipt')).toContain('Il reste dû 700,00 €')
    expect(await words(desk, 'plan-agreement')).toMatch(
      /1\/2 5 avril 2026 350,00 €.*Total de l’échéancier 700,00 €/,
    )
    await record(desk, 'insolvency 2026-03-25')
    expect(await letter(desk, 'plan-agreement')).toMatchObject({ refused: 'plan-forbidden' })
    expect(await words(desk, 'statement')).not.toContain('Pour régler')
    await record(desk, 'pay 700.00 F-1')
    expect(await words(desk, 'receipt', 'F-1')).toContain(
      'La présente vaut quittance, pour solde de cette facture',
    )
  })

  test('an agency writes in its own name, after its first letter alone', async () => {
    const desk = await withInvoices(fresh.database, 'agency')
    await describeParties(desk)
    await changeSetting(desk, { name: 'agency-name', value: 'Recouvrement du Nord' })
    expect(await letter(desk, 'statement')).toMatchObject({ params: { lacks: ['first-letter'] } })
  })

  test('a letterhead is kept with its pictures and printed; what is no picture is refused', async () => {
    const desk = await withInvoices(fresh.database)
    await describeParties(desk)
    const change = (
      pictures: Parameters<typeof changeLetterhead>[1]['pictures'],
      creditor: string | null = 'MOI',
    ) => changeLetterhead(desk, { creditor, pictures })
    expect(await change({ logo: SVG })).toEqual({
      writer: 'MOI',
      logo: { format: 'svg', bytes: SVG.length },
      signature: null,
    })
    const drawn = await letterOfPaper(desk, { kind: 'statement', about: 'DURAND' })
    expect(drawn).toMatchObject({
      letter: { sender: { logo: { format: 'svg', bytes: SVG, alt: 'Logo de Atelier Nord' } } },
    })
    await words(desk, 'statement')
    expect(await change({ logo: new Uint8Array(2 ** 20 + 1) })).toMatchObject({
      refused: 'picture-too-large',
    })
    expect(await change({ logo: new TextEncoder().encode('bonjour') })).toMatchObject({
      refused: 'picture-unknown-format',
    })
    expect(await change({ signature: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]) })).toMatchObject({
      refused: 'picture-unreadable',
    })
    expect(await change({}, 'AUTRE')).toMatchObject({ refused: 'unknown-creditor' })
    expect(await change({ signature: SVG }, null)).toMatchObject({ writer: 'agency', logo: null })
    expect(await change({ logo: null })).toEqual({ writer: 'MOI', logo: null, signature: null })
  })
})

async function withInvoices(database: Parameters<typeof testDesk>[0], scenario?: string): Promise<TestDesk> {
  const desk = await testDesk(database, '2026-03-25')
  const rows = [line('DURAND', 'F-1', '2026-02-13', '1200,00'), line('DURAND', 'F-2', '2026-03-20', '90,00')]
  accepted(
    await importInvoices(desk, {
      files: [{ name: 'factures.csv', bytes: new TextEncoder().encode([HEADER, ...rows].join('\n')) }],
      terms: '30d',
      mode: 'delta',
      scenario,
      dryRun: false,
    }),
  )
  return desk
}

async function describeParties(desk: TestDesk): Promise<void> {
  await changeCreditor(desk, {
    code: 'MOI',
    name: 'Atelier Nord',
    address: '12 rue des Lilas, 59000 Lille',
    iban: 'FR7630006000011234567890189',
    signature: 'Anne Morel, gérante',
  })
  await changeDebtor(desk, {
    debtor: 'DURAND',
    address: '3 place du Marché, 59800 Lille',
  })
}

async function record(desk: TestDesk, fact: string): Promise<void> {
  accepted(await recordFact(desk, { text: fact, debtor: 'DURAND' }))
}

function letter(desk: TestDesk, kind: PaperKind) {
  return printPaperOf(desk, { kind, about: 'DURAND' })
}

async function words(desk: TestDesk, kind: PaperKind, about = 'DURAND'): Promise<string> {
  const printed = accepted(await printPaperOf(desk, { kind, about }))
  return wordsOf(await readPdf(printed.pdf))
}
