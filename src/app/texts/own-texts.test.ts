/** Texts that people write, on real PostgreSQL: in use from the next message on, every version kept, nothing half taken. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, byPerson, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { listActions } from '../day/list-actions.ts'
import { runDay } from '../day/run-day.ts'
import { deliver } from '../delivery/deliver.ts'
import { switchSending } from '../delivery/switch-sending.ts'
import { showMessage } from '../messages/show-message.ts'
import { exportTexts } from './export-texts.ts'
import { listTexts } from './list-texts.ts'
import { resetTexts } from './reset-texts.ts'
import { restoreText } from './restore-text.ts'
import { setTexts } from './set-texts.ts'
import { showText } from './show-text.ts'
import { textHistory } from './text-history.ts'

const file = (subject: string, body: string, more = '') =>
  `---\nétape: j1\ncanal: email\nlangue: fr\n${more}objet: ${subject}\n---\n\n${body}\n\n{{ invoices }}\n\n{{ payment }}\n`

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = async () => {
    const desk = await testDesk(fresh.database, '2026-02-16')
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    return desk
  }

  test('a text of one’s own is what leaves, and the journal says which version', async () => {
    const desk = await start()
    expect(await set(desk, file('Un mot', 'Bonjour depuis Lille.'))).toMatchObject({
      texts: [{ name: 'j1.email.fr', version: 1, unchanged: false }],
    })
    await send(desk)
    expect(desk.sent).toMatchObject([{ subject: 'Un mot' }])
    expect(desk.sent[0]?.text).toContain('Bonjour depuis Lille.')
    const [delivered] = await fresh.admin<{ entry: object }>(
      `select entry from journal where organisation_id = $1 and kind = 'delivery'`,
      [desk.organisationId],
    )
    expect(delivered?.entry).toMatchObject({ outcome: 'sent', textVersion: 1 })
  })

  test('the program’s own text leaves no version behind', async () => {
    const desk = await start()
    await send(desk)
    const [delivered] = await fresh.admin<{ entry: object }>(
      `select entry from journal where organisation_id = $1 and kind = 'delivery'`,
      [desk.organisationId],
    )
    expect(delivered?.entry).not.toHaveProperty('textVersion')
  })

  test('a text for one kind of debtor comes before one for any', async () => {
    const desk = await start()
    await set(desk, file('Pour tous', 'Bonjour.'))
    await set(desk, file('Aux particuliers', 'Bonjour.', 'débiteur: consumer\n'))
    await send(desk)
    expect(desk.sent).toMatchObject([{ subject: 'Pour tous' }])
    await set(desk, file('Aux entreprises', 'Bonjour.', 'débiteur: business\n'))
    const asked = { writer: 'creditor', step: 'j1', medium: 'email', language: 'fr' } as const
    const shown = async (kind: 'any' | 'business' | 'consumer' | 'public-body') => {
      const text = await showText(desk, { ...asked, kind })
      return 'file' in text ? /objet: (.*)/.exec(text.file)?.[1] : text.refused
    }
    expect(await shown('business')).toBe('Aux entreprises')
    expect(await shown('consumer')).toBe('Aux particuliers')
    expect(await shown('public-body')).toBe('Pour tous')
  })

  test('every version stays: reset goes back to the program’s, restore takes an old one again', async () => {
    const desk = await start()
    await set(desk, file('Un', 'Bonjour.'))
    await set(desk, file('Deux', 'Bonjour.'))
    expect(await resetTexts(byPerson(desk, 'Anne'), { steps: ['j1'], only: {} })).toEqual({
      reset: ['j1.email.fr'],
    })
    expect(await resetTexts(byPerson(desk, 'Anne'), { steps: ['j1'], only: {} })).toMatchObject({
      refused: 'nothing-to-reset',
    })
    const restore = (version: number) => restoreText(byPerson(desk, 'Anne'), { step: 'j1', version })
    expect(await restore(1)).toEqual({ name: 'j1.email.fr', version: 4 })
    expect(await restore(9)).toMatchObject({ refused: 'unknown-version' })
    const { versions } = await textHistory(desk, { step: 'j1' })
    expect(versions.map(({ version, subject, writtenBy }) => [version, subject, writtenBy])).toEqual([
      [4, 'Un', 'Anne'],
      [3, null, 'Anne'],
      [2, 'Deux', 'essai'],
      [1, 'Un', 'essai'],
    ])
    await send(desk)
    expect(desk.sent).toMatchObject([{ subject: 'Un' }])
  })

  test('one faulty file, and none is taken; a trial takes none either', async () => {
    const desk = await start()
    const files = [
      { file: 'a.md', content: file('Un mot', 'Bonjour.') },
      { file: 'b.md', content: file('Impayé', 'Des frais de relance s’ajoutent.\n{{ debtor.nom }}') },
    ]
    const refused = await setTexts(desk, { files, dryRun: false })
    expect(refused).toMatchObject({
      refused: 'texts-refused',
      problems: [
        { file: 'b.md', line: 9, about: { code: 'template', fault: { name: 'debtor.nom' } } },
        { file: 'b.md', about: { code: 'same-text' } },
      ],
    })
    const [good] = files
    const trial = await setTexts(desk, {
      files: good ? [good] : [],
      dryRun: true,
    })
    expect(trial).toMatchObject({ texts: [{ version: null, unchanged: false }] })
    expect((await textHistory(desk, { step: 'j1' })).versions).toEqual([])
  })

  test('what leaves is checked again: a value that is missing that day blocks the message by its name', async () => {
    const desk = await start()
    await set(
      desk,
      file('Un mot', '{% if count == 1 %}{% if debtor.siren %}{{ debtor.siren }}{% endif %}{% endif %}'),
    )
    await fresh.admin(
      `update text_version set body = 'SIREN {{ debtor.siren }}' where organisation_id = $1`,
      [desk.organisationId],
    )
    expect(await send(desk)).toMatchObject({ sent: 0, blocked: [{ step: 'j1', missing: 'debtor.siren' }] })
    const [action] = (await listActions(desk, { openOnly: true })).actions
    expect(await showMessage(desk, { id: action?.id ?? '' })).toMatchObject({
      params: { lacks: ['debtor.siren'] },
    })
  })

  test('all texts go out as files, and come back unchanged', async () => {
    const desk = await start()
    await set(desk, file('Un mot', 'Bonjour.'))
    const { texts } = await exportTexts(desk)
    expect(texts.filter(({ version }) => version !== null).map(({ name }) => name)).toEqual(['j1.email.fr'])
    const files = texts.map(({ name, file }) => ({ file: `${name}.md`, content: file }))
    const back = await setTexts(desk, { files, dryRun: false })
    if ('refused' in back) throw new Error(JSON.stringify(back.problems))
    expect(back.texts.filter(({ unchanged }) => !unchanged)).toEqual([])
    expect(back.warnings).toEqual([])
    const listed = accepted(await listTexts(desk, { scenario: 'gentle' }))
    expect(new Set(listed.texts.map(({ step }) => step))).toEqual(
      new Set(['j1', 'j7', 'j16', 'j30', 'j40', 'j60', 'payment-rejected', 'invoice-sent']),
    )
    expect(await listTexts(desk, { scenario: 'rude' })).toMatchObject({ refused: 'unknown-scenario' })
  })

  test('one organisation never reads the texts of another', async () => {
    const [mine, other] = [await start(), await start()]
    await set(mine, file('À nous', 'Bonjour.'))
    await send(other)
    expect(other.sent[0]?.subject).toContain('un oubli')
    expect((await textHistory(other, { step: 'j1' })).versions).toEqual([])
  })
})

function set(desk: TestDesk, content: string) {
  const files = [{ file: 'texte.md', content }]
  return setTexts(desk, { files, dryRun: false })
}

async function send(desk: TestDesk) {
  await runDay(desk, { dryRun: false })
  await switchSending(desk, { sending: true })
  return deliver(desk, { max: null })
}
