/** Letters from the database to their PDF, on real PostgreSQL. */
import { expect, test } from 'vitest'
import { HEADER, line, type TestApp, testApp } from '../../../test/app.ts'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
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
    const app = await withInvoices(fresh.database)
    await record(app, 'already j32 2026-03-17 F-1')
    await runDay(app, { date: app.today, dryRun: false })
    const { actions } = await listActions(app, true)
    const notice = actions.find(({ step }) => step === 'j40')?.id ?? ''
    expect(await printAction(app, { id: notice, date: app.today })).toMatchObject({ refused: 'notice-lacks' })
    await describeParties(app)
    const printed = await printAction(app, { id: notice, date: app.today })
    if ('refused' in printed) throw new Error(printed.message)
    const read = await readPdf(printed.pdf)
    expect(wordsOf(read, 1)).toContain('Lettre recommandée avec avis de réception')
    expect(wordsOf(read, read.pages)).toContain('Décompte de la créance')
    expect(wordsOf(read, read.pages)).toMatch(/Total 1 255,98 €/)
    const email = actions.find(({ channel }) => channel === 'email')?.id ?? ''
    expect(await printAction(app, { id: email, date: app.today })).toMatchObject({ refused: 'not-a-letter' })
    expect(await printAction(app, { id: '9-9', date: app.today })).toMatchObject({
      refused: 'unknown-action',
    })
  })

  test('a statement, a receipt and a plan say what the account says, each refused while it lacks a piece', async () => {
    const app = await withInvoices(fresh.database)
    expect(await letter(app, 'statement')).toMatchObject({ lacks: ['creditor.address'] })
    await describeParties(app)
    expect(await letter(app, 'receipt')).toMatchObject({ lacks: ['payments'] })
    expect(await letter(app, 'plan-agreement')).toMatchObject({ refused: 'no-plan' })
    await record(app, 'pay 500.00 F-1')
    await record(app, 'plan 2 x 350.00 from 2026-04-05 monthly F-1')
    expect(await words(app, 'statement')).toContain(
      'un solde de 790,00 € à régler, dont 790,00 € à échéance dépassée',
    )
    expect(await words(app, 'receipt')).toContain('Il reste dû 700,00 €')
    expect(await words(app, 'plan-agreement')).toMatch(
      /1\/2 5 avril 2026 350,00 €.*Total de l’échéancier 700,00 €/,
    )
    await record(app, 'insolvency 2026-03-25')
    expect(await letter(app, 'plan-agreement')).toMatchObject({ refused: 'plan-forbidden' })
    expect(await words(app, 'statement')).not.toContain('Pour régler')
    await record(app, 'pay 700.00 F-1')
    expect(await words(app, 'receipt', 'F-1')).toContain(
      'La présente vaut quittance, pour solde de cette facture',
    )
  })

  test('an agency writes in its own name, after its first letter alone', async () => {
    const app = await withInvoices(fresh.database, 'agency')
    await describeParties(app)
    await changeSetting(app, 'agency-name', 'Recouvrement du Nord')
    expect(await letter(app, 'statement')).toMatchObject({ lacks: ['first-letter'] })
  })

  test('a letterhead is kept with its pictures and printed; what is no picture is refused', async () => {
    const app = await withInvoices(fresh.database)
    await describeParties(app)
    const change = (
      pictures: Parameters<typeof changeLetterhead>[1]['pictures'],
      creditor: string | null = 'MOI',
    ) => changeLetterhead(app, { creditor, pictures })
    expect(await change({ logo: SVG })).toEqual({
      writer: 'MOI',
      logo: { format: 'svg', bytes: SVG.length },
      signature: null,
    })
    const drawn = await letterOfPaper(app, { kind: 'statement', about: 'DURAND', date: app.today })
    expect(drawn).toMatchObject({
      letter: { sender: { logo: { format: 'svg', bytes: SVG, alt: 'Logo de Atelier Nord' } } },
    })
    await words(app, 'statement')
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

async function withInvoices(database: Parameters<typeof testApp>[0], scenario?: string): Promise<TestApp> {
  const app = await testApp(database, '2026-03-25')
  const rows = [line('DURAND', 'F-1', '2026-02-13', '1200,00'), line('DURAND', 'F-2', '2026-03-20', '90,00')]
  const done = await importInvoices(app, {
    files: [{ name: 'factures.csv', bytes: new TextEncoder().encode([HEADER, ...rows].join('\n')) }],
    terms: '30d',
    mode: 'delta',
    scenario,
    dryRun: false,
    actor: 'essai',
  })
  if ('refused' in done) throw new Error(done.message)
  return app
}

async function describeParties(app: TestApp): Promise<void> {
  await changeCreditor(app, {
    code: 'MOI',
    name: 'Atelier Nord',
    address: '12 rue des Lilas, 59000 Lille',
    iban: 'FR7630006000011234567890189',
    signature: 'Anne Morel, gérante',
  })
  await changeDebtor(app, {
    debtor: 'DURAND',
    address: '3 place du Marché, 59800 Lille',
    date: app.today,
    actor: 'essai',
  })
}

async function record(app: TestApp, fact: string): Promise<void> {
  const done = await recordFact(app, { text: fact, debtor: 'DURAND', date: app.today, actor: 'essai' })
  if ('refused' in done) throw new Error(done.message)
}

function letter(app: TestApp, kind: PaperKind) {
  return printPaperOf(app, { kind, about: 'DURAND', date: app.today })
}

async function words(app: TestApp, kind: PaperKind, about = 'DURAND'): Promise<string> {
  const printed = await printPaperOf(app, { kind, about, date: app.today })
  if ('refused' in printed) throw new Error(printed.message)
  return wordsOf(await readPdf(printed.pdf))
}
