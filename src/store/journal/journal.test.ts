/** Journals on real PostgreSQL: what changes an organisation is told, nothing changes unseen, and what the law erases is said. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { byPerson, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { noteBankData } from '../../app/bank/note-bank-data.ts'
import { runDay } from '../../app/day/run-day.ts'
import { switchSending } from '../../app/delivery/switch-sending.ts'
import { checkJournals } from '../../app/reports/check-journals.ts'
import { listChanges } from '../../app/reports/list-changes.ts'
import { changeCreditor } from '../../app/setup/change-creditor.ts'
import { changeLetterhead } from '../../app/setup/change-letterhead.ts'
import { changeSetting } from '../../app/setup/change-setting.ts'
import { recordRates } from '../../app/setup/record-rate.ts'
import { removeRates } from '../../app/setup/remove-rate.ts'
import { resetTexts } from '../../app/texts/reset-texts.ts'
import { setTexts } from '../../app/texts/set-texts.ts'
import { day } from '../../domain/date.ts'

const OWN_TEXT = {
  file: 'j7.md',
  content: readFileSync(new URL('../../../docs/examples/relance-j7.md', import.meta.url), 'utf8'),
}
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>'

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('who changed a creditor, a setting, sending, a text, a rate, a letterhead, from what to what, in order', async () => {
    const desk = await testDesk(fresh.database, '2026-12-28')
    const anne = byPerson(desk, 'anne')
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-12-20', '100,00')].join('\n'))
    await changeCreditor(anne, { code: 'MOI', iban: 'FR7630006000011234567890189' })
    await changeCreditor(anne, { code: 'MOI', iban: 'FR7630006000011234567890189' })
    await changeSetting(anne, { name: 'minimum', value: '15.00' })
    await switchSending(byPerson(desk, 'bruno'), { sending: true })
    await noteBankData(anne, { creditor: 'MOI', on: day('2026-12-27') })
    await changeLetterhead(anne, { creditor: 'MOI', pictures: { logo: new TextEncoder().encode(LOGO) } })
    await setTexts(anne, { files: [OWN_TEXT], dryRun: false })
    await resetTexts(anne, { steps: ['j7'], only: {} })
    await recordRates(anne, {
      rates: [{ series: 'ecb', from: day('2027-01-01'), until: day('2027-01-01'), rateBps: 265 }],
      source: 'BCE',
    })
    await removeRates(anne, { series: ['ecb'], from: day('2027-01-01') })
    const { changes } = await listChanges(desk)
    expect(changes.map(({ position, actor, kind, entry }) => [position, actor, kind, entry])).toEqual([
      [
        1,
        'essai',
        'creditor',
        { creditor: 'MOI', changes: expect.objectContaining({ name: { from: null, to: 'Mon entreprise' } }) },
      ],
      [
        2,
        'anne',
        'creditor',
        { creditor: 'MOI', changes: { iban: { from: null, to: 'FR7630006000011234567890189' } } },
      ],
      [3, 'anne', 'setting', { minimum: { from: null, to: '15.00' } }],
      [4, 'bruno', 'sending', { sending: { from: false, to: true } }],
      [5, 'anne', 'bank-data', { creditor: 'MOI', knownUntil: { from: null, to: '2026-12-27' } }],
      [6, 'anne', 'letterhead', expect.objectContaining({ writer: 'MOI' })],
      [7, 'anne', 'text', { text: 'j7.email.fr.business', version: { from: null, to: 1 } }],
      [8, 'anne', 'text', { text: 'j7.email.fr.business', version: { from: 1, to: null } }],
      [
        9,
        'anne',
        'rate',
        {
          recorded: [{ series: 'ecb', from: '2027-01-01', until: '2027-01-01', rateBps: 265 }],
          source: 'BCE',
        },
      ],
      [10, 'anne', 'rate', { removed: ['ecb'], from: '2027-01-01' }],
    ])
    expect(await checkJournals(desk)).toMatchObject({ journals: 2, erased: [], faults: [] })
  })

  test('a line changed, taken out, put in or cut off shows at once', async () => {
    const desk = await lived()
    const { organisationId } = desk
    const changed = async (sql: string) => {
      await tampered(`${sql} and organisation_id = '${organisationId}'`)
      return (await checkJournals(desk)).faults
    }
    expect((await checkJournals(desk)).faults).toEqual([])
    expect(await changed(`update journal set entry = '{"text": "pay 1.00"}' where position = 2`)).toEqual([
      { journal: 'MOI/DURAND', position: 2, fault: 'changed-entry' },
    ])
    expect(await changed(`update journal set actor = 'autre' where position = 1`)).toEqual([
      { journal: 'MOI/DURAND', position: 1, fault: 'changed-line' },
    ])
    expect(await changed(`delete from organisation_journal where position = 2`)).toEqual([
      { journal: 'organisation', position: 2, fault: 'missing-line' },
      { journal: 'MOI/DURAND', position: 1, fault: 'changed-line' },
    ])
  })

  test('what the law has erased is gone, the chain holds, and says which lines', async () => {
    const desk = await lived()
    const { organisationId } = desk
    const erase = (table: string, position: number) =>
      fresh.admin(
        `update ${table} set entry = null, salt = null, erased_at = '2027-01-01' where position = ${position} and organisation_id = $1`,
        [organisationId],
      )
    await erase('journal', 2)
    await erase('organisation_journal', 1)
    const { erased, faults } = await checkJournals(desk)
    expect(faults).toEqual([])
    expect(erased).toEqual([
      { journal: 'organisation', position: 1 },
      { journal: 'MOI/DURAND', position: 2 },
    ])
    expect((await listChanges(desk)).changes[0]).toMatchObject({
      entry: null,
      erasedAt: '2027-01-01T00:00:00.000Z',
    })
    await expect(
      fresh.admin(
        `update journal set entry = null, salt = null, erased_at = now(), actor = 'autre' where organisation_id = $1 and position = 1`,
        [organisationId],
      ),
    ).rejects.toThrow('append-only')
    await expect(
      fresh.admin(`delete from organisation_journal where organisation_id = $1`, [organisationId]),
    ).rejects.toThrow('append-only')
  })

  test('lines of the first form, without a content hash, still verify, and are followed by lines of today’s', async () => {
    const desk = await lived()
    const { organisationId } = desk
    const [first] = await fresh.admin<Record<string, string>>(
      `select day::text, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, actor, kind from journal
       where organisation_id = $1 and position = 1`,
      [organisationId],
    )
    // As the program wrote it before journals had salts: the hash covers the entry itself.
    const content = `{"actor":"${first?.actor}","day":"${first?.day}","entry":{"text":"ancien"},"kind":"${first?.kind}","position":1,"recorded_at":"${first?.at}"}`
    await tampered(
      `update journal set entry = '{"text":"ancien"}', salt = null, content_hash = null, hash = sha256(convert_to('${content}', 'UTF8'))
       where position = 1 and organisation_id = '${organisationId}'`,
    )
    await tampered(`delete from journal where position > 1 and organisation_id = '${organisationId}'`)
    await fresh.admin(
      `update dunning_case set journal_length = 1, journal_hash = (select hash from journal where organisation_id = $1 and position = 1)
       where organisation_id = $1`,
      [organisationId],
    )
    await recordFact(desk, { text: 'pay 10.00 F-1', debtor: 'DURAND' })
    expect(await checkJournals(desk)).toMatchObject({ faults: [], erased: [] })
    await tampered(
      `update journal set entry = '{"text":"autre"}' where position = 1 and organisation_id = '${organisationId}'`,
    )
    expect((await checkJournals(desk)).faults).toEqual([
      { journal: 'MOI/DURAND', position: 1, fault: 'changed-line' },
    ])
  })

  async function lived(): Promise<TestDesk> {
    const desk = await testDesk(fresh.database, '2026-02-16')
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '100,00')].join('\n'))
    await changeSetting(desk, { name: 'minimum', value: '15.00' })
    await runDay(desk, { dryRun: false })
    await recordFact(desk, { text: 'pay 20.00 F-1', debtor: 'DURAND' })
    return desk
  }

  /** As somebody does who owns the database: with the triggers off. */
  async function tampered(sql: string): Promise<void> {
    const triggers = ['journal', 'organisation_journal']
    for (const table of triggers) await fresh.admin(`alter table ${table} disable trigger user`)
    await fresh.admin(sql)
    for (const table of triggers) await fresh.admin(`alter table ${table} enable trigger user`)
  }
})
