/** Texts that people write, on real PostgreSQL: in use from the next message on, every version kept, nothing half taken. */
import { expect, test } from 'vitest'
import { HEADER, importCsv, line, type TestApp, testApp } from '../../../test/app.ts'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
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
    const app = await testApp(fresh.database, '2026-02-16')
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    return app
  }

  test('a text of one’s own is what leaves, and the journal says which version', async () => {
    const app = await start()
    expect(await set(app, file('Un mot', 'Bonjour depuis Lille.'))).toMatchObject({
      texts: [{ name: 'j1.email.fr', version: 1, unchanged: false }],
    })
    await send(app)
    expect(app.sent).toMatchObject([{ subject: 'Un mot' }])
    expect(app.sent[0]?.text).toContain('Bonjour depuis Lille.')
    const [delivered] = await fresh.admin<{ entry: object }>(
      `select entry from journal where organisation_id = $1 and kind = 'delivery'`,
      [app.organisationId],
    )
    expect(delivered?.entry).toMatchObject({ outcome: 'sent', textVersion: 1 })
  })

  test('the program’s own text leaves no version behind', async () => {
    const app = await start()
    await send(app)
    const [delivered] = await fresh.admin<{ entry: object }>(
      `select entry from journal where organisation_id = $1 and kind = 'delivery'`,
      [app.organisationId],
    )
    expect(delivered?.entry).not.toHaveProperty('textVersion')
  })

  test('a text for one kind of debtor comes before one for any', async () => {
    const app = await start()
    await set(app, file('Pour tous', 'Bonjour.'))
    await set(app, file('Aux particuliers', 'Bonjour.', 'débiteur: consumer\n'))
    await send(app)
    expect(app.sent).toMatchObject([{ subject: 'Pour tous' }])
    await set(app, file('Aux entreprises', 'Bonjour.', 'débiteur: business\n'))
    const asked = { writer: 'creditor', step: 'j1', medium: 'email', language: 'fr' } as const
    const shown = async (kind: 'any' | 'business' | 'consumer' | 'public-body') => {
      const text = await showText(app, { ...asked, kind })
      return 'file' in text ? /objet: (.*)/.exec(text.file)?.[1] : text.refused
    }
    expect(await shown('business')).toBe('Aux entreprises')
    expect(await shown('consumer')).toBe('Aux particuliers')
    expect(await shown('public-body')).toBe('Pour tous')
  })

  test('every version stays: reset goes back to the program’s, restore takes an old one again', async () => {
    const app = await start()
    await set(app, file('Un', 'Bonjour.'))
    await set(app, file('Deux', 'Bonjour.'))
    expect(await resetTexts(app, { steps: ['j1'], only: {}, actor: 'Anne' })).toEqual({
      reset: ['j1.email.fr'],
    })
    expect(await resetTexts(app, { steps: ['j1'], only: {}, actor: 'Anne' })).toMatchObject({
      refused: 'nothing-to-reset',
    })
    const restore = (version: number) =>
      restoreText(app, { step: 'j1', version, date: app.today, actor: 'Anne' })
    expect(await restore(1)).toEqual({ name: 'j1.email.fr', version: 4 })
    expect(await restore(9)).toMatchObject({ refused: 'unknown-version' })
    const { versions } = await textHistory(app, 'j1')
    expect(versions.map(({ version, subject, writtenBy }) => [version, subject, writtenBy])).toEqual([
      [4, 'Un', 'Anne'],
      [3, null, 'Anne'],
      [2, 'Deux', 'essai'],
      [1, 'Un', 'essai'],
    ])
    await send(app)
    expect(app.sent).toMatchObject([{ subject: 'Un' }])
  })

  test('one faulty file, and none is taken; a trial takes none either', async () => {
    const app = await start()
    const files = [
      { file: 'a.md', content: file('Un mot', 'Bonjour.') },
      { file: 'b.md', content: file('Impayé', 'Des frais de relance s’ajoutent.\n{{ debtor.nom }}') },
    ]
    const refused = await setTexts(app, { files, date: app.today, dryRun: false, actor: 'essai' })
    expect(refused).toMatchObject({
      refused: 'texts-refused',
      problems: [
        { file: 'b.md', line: 9, about: { code: 'template', fault: { name: 'debtor.nom' } } },
        { file: 'b.md', about: { code: 'same-text' } },
      ],
    })
    const [good] = files
    const trial = await setTexts(app, {
      files: good ? [good] : [],
      date: app.today,
      dryRun: true,
      actor: 'essai',
    })
    expect(trial).toMatchObject({ texts: [{ version: null, unchanged: false }] })
    expect((await textHistory(app, 'j1')).versions).toEqual([])
  })

  test('what leaves is checked again: a value that is missing that day blocks the message by its name', async () => {
    const app = await start()
    await set(
      app,
      file('Un mot', '{% if count == 1 %}{% if debtor.siren %}{{ debtor.siren }}{% endif %}{% endif %}'),
    )
    await fresh.admin(
      `update text_version set body = 'SIREN {{ debtor.siren }}' where organisation_id = $1`,
      [app.organisationId],
    )
    expect(await send(app)).toMatchObject({ sent: 0, blocked: [{ step: 'j1', missing: 'debtor.siren' }] })
    const [action] = (await listActions(app, true)).actions
    expect(await showMessage(app, { id: action?.id ?? '', date: app.today })).toMatchObject({
      lacks: ['debtor.siren'],
    })
  })

  test('all texts go out as files, and come back unchanged', async () => {
    const app = await start()
    await set(app, file('Un mot', 'Bonjour.'))
    const { texts } = await exportTexts(app)
    expect(texts.filter(({ version }) => version !== null).map(({ name }) => name)).toEqual(['j1.email.fr'])
    const files = texts.map(({ name, file }) => ({ file: `${name}.md`, content: file }))
    const back = await setTexts(app, { files, date: app.today, dryRun: false, actor: 'essai' })
    if ('refused' in back) throw new Error(JSON.stringify(back.problems))
    expect(back.texts.filter(({ unchanged }) => !unchanged)).toEqual([])
    expect(back.warnings).toEqual([])
    const listed = await listTexts(app, { scenario: 'gentle' })
    if ('refused' in listed) throw new Error(listed.message)
    expect(new Set(listed.texts.map(({ step }) => step))).toEqual(
      new Set(['j1', 'j7', 'j16', 'j30', 'j40', 'j60', 'payment-rejected', 'invoice-sent']),
    )
    expect(await listTexts(app, { scenario: 'rude' })).toMatchObject({ refused: 'unknown-scenario' })
  })

  test('one organisation never reads the texts of another', async () => {
    const [mine, other] = [await start(), await start()]
    await set(mine, file('À nous', 'Bonjour.'))
    await send(other)
    expect(other.sent[0]?.subject).toContain('un oubli')
    expect((await textHistory(other, 'j1')).versions).toEqual([])
  })
})

function set(app: TestApp, content: string) {
  const files = [{ file: 'texte.md', content }]
  return setTexts(app, { files, date: app.today, dryRun: false, actor: 'essai' })
}

async function send(app: TestApp) {
  await runDay(app, { date: app.today, dryRun: false })
  await switchSending(app, true)
  return deliver(app, { date: app.today, max: null })
}
