/** Where letters reach debtors, from the files that companies have, on real PostgreSQL. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, importCsv, type TestDesk, testDesk } from '../../../test/desk.ts'
import { readPdf, wordsOf } from '../../../test/pdf.ts'
import { previewMessage } from '../day/preview-message.ts'
import { printPreview } from '../post/print-letter.ts'
import { changeCreditor } from '../setup/change-creditor.ts'
import { importContacts } from './import-contacts.ts'

const HEADER = 'Code client;Client;N° facture;Date;Échéance;Adresse;Code postal;Ville;Montant TTC'
const invoice = (number: string, street: string) =>
  `LAC;Garage du Lac;${number};16/01/2026;16/02/2026;${street};74000;Annecy;1200,00`

forEachServer(major => {
  const fresh = freshDatabase(major)
  const addresses = () => fresh.admin('select code, address from debtor order by code')

  test('an invoice tells an address once; a list of addresses replaces it', async () => {
    const desk = await testDesk(fresh.database, '2026-03-20')
    await importCsv(desk, [HEADER, invoice('F-1', '')].join('\n'))
    expect(await addresses()).toEqual([{ code: 'LAC', address: null }])
    await importCsv(desk, [HEADER, invoice('F-2', '8 quai du Lac')].join('\n'))
    await importCsv(desk, [HEADER, invoice('F-3', '1 rue Neuve')].join('\n'))
    expect(await addresses()).toEqual([{ code: 'LAC', address: '8 quai du Lac, 74000 Annecy' }])
    const list = 'Code client;Adresse;Code postal;Ville;E-mail\nLAC;1 rue Neuve;74000;Annecy;\n'
    expect(await imported(desk, list)).toMatchObject({ created: 0, unchanged: 0, addresses: 1, problems: [] })
    expect(await imported(desk, list)).toMatchObject({ addresses: 0 })
    expect(await addresses()).toEqual([{ code: 'LAC', address: '1 rue Neuve, 74000 Annecy' }])
    expect(await fresh.admin('select count(*)::int as contacts from contact')).toEqual([{ contacts: 0 }])
  })

  test('then a letter can be seen as it will be printed, before it goes', async () => {
    const desk = await testDesk(fresh.database, '2026-03-20')
    await importCsv(desk, [HEADER, invoice('F-1', '8 quai du Lac')].join('\n'))
    expect(await printed(desk, 'j16')).toMatchObject({
      refused: 'message-lacks',
      params: { lacks: ['creditor.address'] },
    })
    await changeCreditor(desk, {
      code: 'MOI',
      address: '12 rue des Lilas, 59000 Lille',
      iban: 'FR7630006000011234567890189',
    })
    const letter = accepted(await printed(desk, 'j16'))
    const read = await readPdf(letter.pdf)
    expect(wordsOf(read, 1)).toContain('8 quai du Lac 74000 ANNECY')
    expect(wordsOf(read, 1)).toContain('F-1')
    expect(await printed(desk, 'j1')).toMatchObject({ refused: 'not-a-letter' })
  })
})

async function imported(desk: TestDesk, csv: string) {
  const bytes = new TextEncoder().encode(csv)
  const done = await importContacts(desk, { files: [{ name: 'adresses.csv', bytes }], dryRun: false })
  return 'refused' in done ? done : done.files[0]
}

async function printed(desk: TestDesk, step: string) {
  const asked = { debtor: 'LAC', step, on: desk.today, channel: null, language: null }
  const previewed = await previewMessage(desk, asked)
  return 'refused' in previewed ? previewed : printPreview(desk, previewed)
}
