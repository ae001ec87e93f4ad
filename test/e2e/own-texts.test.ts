/** `quittance text`, `preview` and `send-test`, as a clerk runs them. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandLine, commandLine, temporaryFolder } from '../command-line.ts'
import { freshDatabase } from '../database.ts'

const fresh = freshDatabase()
const date = ['--date', '2026-02-16'] as const
let folder: string
let line: CommandLine
let english: CommandLine

beforeAll(async () => {
  folder = await temporaryFolder()
  const environment = { databaseUrl: fresh.url, data: path.join(folder, 'data'), cwd: folder }
  line = commandLine(environment)
  english = commandLine({ ...environment, language: 'en' })
  await writeFile(
    path.join(folder, 'factures.csv'),
    'N° facture;Date facture;Échéance;Code client;Client;E-mail;Montant TTC\nF-1;15/01/2026;13/02/2026;DURAND;Durand SARL;compta@durand.example;1200,00',
  )
  await line.json('import', 'invoices', path.join(folder, 'factures.csv'), ...date)
})
afterAll(() => rm(folder, { recursive: true }))

test('show, change, set: the next message has the new words', async () => {
  const file = path.join(folder, 'j1.md')
  await line.run('text', 'show', 'j1', '--output', file)
  const shown = await readFile(file, 'utf8')
  expect(shown).toContain('étape: j1\ncanal: email\nlangue: fr\n')
  expect(await line.refusal('text', 'show', 'j1', '--output', file)).toBe('file-exists')
  await writeFile(file, shown.replace('Sauf erreur de notre part', 'Sauf erreur de ma part'))
  expect(await line.json('text', 'set', file, '--dry-run')).toMatchObject({ dryRun: true })
  expect((await line.run('text', 'history', 'j1')).out).toContain('Aucune version')
  expect((await line.run('text', 'set', file)).out).toContain('j1.email.fr : version 1')
  expect((await line.run('text', 'set', file)).out).toContain('rien n’a changé')
  expect((await line.run('text', 'list', '--scenario', 'gentle')).out).toMatch(
    /j1 +e-mail +fr +tous +version 1/,
  )
  const preview = await line.run('preview', 'DURAND', 'j1', ...date)
  expect(preview.out).toContain('Sauf erreur de ma part')
  expect(preview.out).toContain('Texte : votre version 1')
  expect((await line.run('text', 'reset', 'j1')).out).toContain('texte livré')
  expect((await line.run('preview', 'DURAND', 'j1', ...date)).out).toContain('Sauf erreur de notre part')
  expect((await line.run('text', 'restore', 'j1', '1')).out).toContain('version 3')
  expect((await english.run('text', 'history', 'j1')).out).toMatch(/2 .* back to the text of the program/)
})

test('a faulty text is refused with its lines, in both languages, and nothing changes', async () => {
  const file = path.join(folder, 'faux.md')
  await writeFile(
    file,
    '---\nétape: j7\ncanal: email\nlangue: fr\nobjet: Votre facture\n---\n\nBonjour {{ contact.name }},\n\nDes frais de relance de 15 € s’ajoutent.\n',
  )
  const refused = await line.run('text', 'set', file)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain(`${file}, ligne 10 : « frais de relance » est interdit ici (CPCE L111-8)`)
  expect(refused.err).toContain('ligne 8 : « contact.name » manque dans certains messages')
  expect((await english.run('text', 'set', file)).err).toContain(
    `${file}, line 10: "frais de relance" is forbidden here (CPCE L111-8)`,
  )
  expect(await line.refusal('text', 'set', file)).toBe('texts-refused')
  await writeFile(file, Buffer.from('PK\u0003\u0004\u0000\u0000word/document.xml'))
  expect((await line.run('text', 'set', file)).err).toContain('enregistrez le fichier en texte brut, UTF-8')
  expect((await line.json<{ versions: unknown[] }>('text', 'history', 'j7')).versions).toEqual([])
})

test('what Notepad saves is read: Windows letters, or UTF-16', async () => {
  const file = path.join(folder, 'bloc-notes.md')
  const text =
    '---\r\nétape: j7\r\ncanal: email\r\nlangue: fr\r\nobjet: Votre facture\r\n---\r\nÀ bientôt\r\n'
  await writeFile(file, Buffer.from(text, 'latin1'))
  expect(await line.json('text', 'set', file, '--dry-run')).toMatchObject({
    texts: [{ name: 'j7.email.fr' }],
  })
  await writeFile(file, Buffer.from(`\uFEFF${text}`, 'utf16le'))
  expect(await line.json('text', 'set', file, '--dry-run')).toMatchObject({
    texts: [{ name: 'j7.email.fr' }],
  })
})

test('all texts as files, none overwritten', async () => {
  const texts = path.join(folder, 'textes')
  const { files } = await line.json<{ files: string[] }>('text', 'export', texts)
  expect((await readdir(texts)).length).toBe(files.length)
  expect(await readFile(path.join(texts, 'j40.letter.en.md'), 'utf8')).toContain(
    'We hereby give you formal notice',
  )
  expect(await line.refusal('text', 'export', texts)).toBe('file-exists')
  expect(await line.refusal('text', 'show', 'j99')).toBe('no-text')
  expect(await line.refusal('text', 'show', 'j7', '--channel', 'sms')).toBe('no-text')
  expect((await english.run('text', 'show', 'j7')).out).toContain('language: en')
  expect((await line.run('text', 'show', 'r1', '--agency')).out).toContain('auteur: agency')
})

test('a preview in a file: a page, a text or an e-mail', async () => {
  const output = (name: string) => path.join(folder, name)
  const preview = (step: string, name: string) =>
    line.run('preview', 'DURAND', step, ...date, '--output', output(name))
  expect((await preview('j1', 'a.html')).out).toContain('Rien n’est envoyé')
  expect(await readFile(output('a.html'), 'utf8')).toMatch(/^<!doctype html>/)
  await preview('j4', 'a.txt')
  expect(await readFile(output('a.txt'), 'utf8')).toContain('Premier appel')
  await preview('j1', 'a.eml')
  expect(await readFile(output('a.eml'), 'utf8')).toContain('To: compta@durand.example')
  expect((await preview('j4', 'b.eml')).code).toBe(2)
  expect((await preview('j1', 'b.docx')).code).toBe(2)
})

test('a test to oneself is written where e-mails go, marked', async () => {
  const sent = await line.run(
    'send-test',
    'moi@atelier.example',
    '--debtor',
    'DURAND',
    '--step',
    'j1',
    ...date,
  )
  expect(sent).toMatchObject({ code: 0 })
  expect(sent.out).toContain('Le dossier n’a pas changé')
  const outbox = path.join(folder, 'data', 'outbox')
  const [name = ''] = await readdir(outbox)
  const mail = await readFile(path.join(outbox, name), 'utf8')
  expect(mail).toContain('To: moi@atelier.example')
  expect(mail).toContain('[ESSAI]'.replaceAll('[', '=5B').replaceAll(']', '=5D'))
  expect(
    await line.refusal('send-test', 'compta@durand.example', '--debtor', 'DURAND', '--step', 'j1', ...date),
  ).toBe('address-of-debtor')
  const { actions } = await line.json<{ actions: unknown[] }>('actions')
  expect(actions).toEqual([])
})
