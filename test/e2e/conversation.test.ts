/**
 * A conversation through real mail servers: reminders leave by OpenSMTPD; an answer, a bounce and an absence come back
 * and are read by IMAP in Dovecot; the cases change as they should.
 */
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandLine, commandLine, removeFolder, temporaryFolder } from '../command-line.ts'
import {
  type ImapServer,
  imapServer,
  mailServersMissing,
  type SmtpServer,
  smtpServer,
} from '../mail-servers.ts'
import { type SmtpSink, smtpSink } from '../smtp-sink.ts'

const US = 'relances@atelier.example'
const CSV = `Code client;Client;Numéro;Date;Échéance;Montant TTC;E-mail;Téléphone
DURAND;Durand SARL;F-2026-101;14/10/2026;13/11/2026;1200,00;compta@durand.example;0102030405
MARTIN;Martin SA;F-2026-201;14/10/2026;13/11/2026;800,00;parti@martin.example;0102030406
PETIT;Petit SAS;F-2026-301;14/10/2026;13/11/2026;500,00;achats@petit.example;0102030407
`

type Listed = { id: string; class: string; case: string | null; step: string | null; read: boolean }
type Day = {
  actions: { case: string; step: string; channel: string }[]
  holds: { case: string; reason: string }[]
}

describe.skipIf(mailServersMissing)(`through OpenSMTPD and Dovecot (${mailServersMissing ?? 'here'})`, () => {
  let folder: string
  let debtors: SmtpSink
  let mailbox: ImapServer
  let outgoing: SmtpServer
  let quittance: CommandLine

  beforeAll(async () => {
    folder = await temporaryFolder()
    debtors = await smtpSink()
    debtors.refuse('parti@martin.example', '5.1.1 no such user here')
    mailbox = await imapServer(US)
    outgoing = await smtpServer(US, mailbox.maildir, Number(new URL(debtors.url).port))
    const mailboxesFile = path.join(folder, 'mailboxes.json')
    const { url, passwordFile, certificate } = mailbox
    writeFileSync(mailboxesFile, JSON.stringify([{ creditor: 'MOI', url, passwordFile }]))
    const data = path.join(folder, 'data')
    quittance = commandLine({ data, smtpUrl: outgoing.url, mailFrom: US, mailboxesFile, certificate })
    writeFileSync(path.join(folder, 'factures.csv'), CSV)
    await quittance.json('import', 'invoices', path.join(folder, 'factures.csv'), '--date', '2026-11-16')
    await quittance.json('setting', 'first-message', 'automatic', '--date', '2026-11-16')
    await quittance.json('sending', 'on')
  })

  afterAll(async () => {
    await outgoing?.stop()
    await mailbox?.stop()
    await debtors?.close()
    await removeFolder(folder, path.join(folder, 'data'))
  })

  /** Everything received, once there are so many: a mail server takes a moment to hand over. */
  const received = async (count: number): Promise<Listed[]> => {
    for (;;) {
      await quittance.json('inbox', 'fetch', '--date', '2026-11-16')
      const { messages } = await quittance.json<{ messages: Listed[] }>('inbox', '--all')
      if (messages.length >= count) return messages
      await sleep(200)
    }
  }

  test('reminders leave, and an answer, a bounce and an absence come back', async () => {
    await quittance.json('run', '--date', '2026-11-16')
    expect(await quittance.json('deliver', '--date', '2026-11-16')).toMatchObject({ sent: 3, failed: 0 })
    while (debtors.mails.length < 2) await sleep(50)
    const idOf = (to: string) => debtors.mails.find(mail => mail.to === to)?.messageId ?? ''
    await outgoing.write({
      from: 'Compta Durand <compta@durand.example>',
      inReplyTo: idOf('compta@durand.example'),
      text: 'Bonjour,\n\nNous payons vendredi.\n\nLe 16 novembre 2026, Atelier a écrit :\n> Sauf erreur de notre part…',
    })
    await outgoing.write({
      from: 'achats@petit.example',
      subject: 'Réponse automatique : absence',
      inReplyTo: idOf('achats@petit.example'),
      headers: { 'Auto-Submitted': 'auto-replied' },
      text: 'Je suis absente jusqu’au 30 novembre.',
    })
    const messages = await received(3)
    expect(
      messages.map(({ case: name, class: kind, step, read }) => [name, kind, step, read]).sort(),
    ).toEqual([
      ['MOI/DURAND', 'reply', 'j1', false],
      ['MOI/MARTIN', 'hard-bounce', 'j1', true],
      ['MOI/PETIT', 'auto-reply', 'j1', true],
    ])
  })

  test('who answered is left alone, who never got it is called, who is absent is chased on', async () => {
    const { actions, holds } = await quittance.json<Day>('run', '--date', '2026-11-17')
    expect(holds.map(hold => [hold.case, hold.reason])).toEqual([['MOI/DURAND', 'reply-unread']])
    expect(actions.map(action => [action.case, action.step, action.channel]).sort()).toEqual([
      ['MOI/MARTIN', 'j1', 'call'],
      ['MOI/PETIT', 'j4', 'call'],
    ])
  })

  test('what was newly written is shown alone; once it is read the case goes on', async () => {
    const { messages } = await quittance.json<{ messages: Listed[] }>('inbox')
    expect(messages).toMatchObject([{ case: 'MOI/DURAND' }])
    const id = messages[0]?.id ?? ''
    const shown = await quittance.json<{ newText: string }>('inbox', 'show', id)
    expect(shown.newText).toBe('Bonjour,\n\nNous payons vendredi.')
    await quittance.json('inbox', 'done', id, '--date', '2026-11-17')
    const { actions } = await quittance.json<Day>('run', '--date', '2026-11-18')
    expect(actions.map(action => action.case)).toContain('MOI/DURAND')
  })

  test('fetched again, nothing is new; the doctor opens the mailbox', async () => {
    const { mailboxes } = await quittance.json<{ mailboxes: object[] }>('inbox', 'fetch')
    expect(mailboxes).toMatchObject([{ messages: [], problems: [] }])
    const { checks } = await quittance.json<{ checks: object[] }>('doctor')
    expect(checks).toContainEqual(expect.objectContaining({ name: 'mailbox', ok: true }))
  })

  test('on watch, a message is told as it comes, until a signal', async () => {
    const watching = quittance.start('inbox', 'fetch', '--watch', '--json')
    await watching.said(/À l’écoute/)
    const told = once(watching.process.stdout as Readable, 'data')
    await outgoing.write({ from: 'inconnu@ailleurs.example', subject: 'Facture F-2026-101', text: 'Bonjour' })
    expect(JSON.parse(String((await told)[0]))).toMatchObject({
      message: { isNew: true, class: 'reply', case: 'MOI/DURAND' },
    })
    watching.process.kill('SIGTERM')
    expect(await watching.ended).toMatchObject({ code: 0 })
  })
})
