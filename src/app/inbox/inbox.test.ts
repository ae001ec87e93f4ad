/** What comes back changes the case: answers wait to be read, what never arrived goes another way, once. */
import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { byPerson, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { bounceOf, complaintOf, letterOf } from '../../../test/mail.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { addDays, formatDay } from '../../domain/date.ts'
import { listActions } from '../day/list-actions.ts'
import { runDay } from '../day/run-day.ts'
import { deliver } from '../delivery/deliver.ts'
import { switchSending } from '../delivery/switch-sending.ts'
import { assignMessage } from './assign-message.ts'
import { importMail } from './import-mail.ts'
import { listInbox, showInbound } from './list-inbox.ts'
import { readInbound } from './read-message.ts'
import { receiveMail } from './receive-mail.ts'

const fresh = freshDatabase()
const DURAND = 'compta@durand.example'
let desk: TestDesk

/** F-2026-101 of Durand was due on 13 February; j1 leaves on Monday 16. */
beforeEach(async () => {
  desk = await testDesk(fresh.database, '2026-02-14')
  await importCsv(desk, [HEADER, line('DURAND', 'F-2026-101', '2026-02-13', '1200,00')].join('\n'))
  await switchSending(desk, { sending: true })
  desk.move('2026-02-16')
  await day()
})

const day = async () => {
  const { actions, tasks, holds } = await runDay(desk, { dryRun: false }).then(done)
  await deliver(desk, { max: null })
  return { actions: actions.map(a => `${a.step} ${a.channel}`), tasks: tasks.map(t => t.code), holds }
}

/** The morning after, these facts, and that day. */
const until = async (date: string, ...facts: string[]) => {
  desk.move(formatDay(addDays(desk.today, 1)))
  await day()
  for (const text of facts) done(await recordFact(byPerson(desk, 'anne'), { text, debtor: 'DURAND' }))
  desk.move(date)
  await day()
}

const receive = (bytes: Uint8Array, creditor: string | null = null) =>
  receiveMail(desk, { bytes, creditor }).then(done)

/** The Message-ID of the nth message that left. */
const ours = (nth: number) => `<${desk.sent[nth - 1]?.idempotencyKey.replaceAll(' ', '.')}@essai>`

const onTheList = async () => (await listInbox(desk, { all: false })).messages
const emailsInvalid = () =>
  fresh
    .admin<{ email: string; email_invalid: boolean }>(
      'select email, email_invalid from contact where organisation_id = $1 order by email',
      [desk.organisationId],
    )
    .then(rows => rows.filter(row => row.email_invalid).map(row => row.email))
const journal = () =>
  fresh
    .admin<{ entry: Record<string, unknown> }>(
      `select entry from journal where organisation_id = $1 and kind = 'inbox' order by case_id, position`,
      [desk.organisationId],
    )
    .then(rows => rows.map(row => row.entry))

function done<Output extends object>(output: Output): Exclude<Output, { refused: string }> {
  if ('refused' in output) throw new Error(JSON.stringify(output))
  return output as Exclude<Output, { refused: string }>
}

describe('a reply', () => {
  const reply = () => letterOf({ from: DURAND, inReplyTo: ours(1), text: 'Bonjour, je regarde cela.' })

  test('is tied by its headers and holds its case until it is read', async () => {
    expect(await receive(reply())).toEqual({ id: 'M-1', isNew: true, class: 'reply', case: 'MOI/DURAND' })
    expect(await onTheList()).toMatchObject([{ id: 'M-1', tiedBy: 'headers', step: 'j1', read: false }])
    desk.move('2026-02-23')
    expect(await day()).toMatchObject({ actions: [], holds: [{ reason: 'reply-unread', until: null }] })
    await readInbound(byPerson(desk, 'anne'), { number: 1, isRead: true })
    desk.move('2026-02-24')
    expect((await day()).actions).not.toEqual([])
    expect(await onTheList()).toEqual([])
  })

  test('twice is once, from a file too', async () => {
    await receive(reply())
    const files = (async function* () {
      yield { name: 'a.eml', bytes: reply() }
      yield { name: 'b.txt', bytes: new TextEncoder().encode('Bonjour') }
    })()
    const imported = await importMail(desk, { files, creditor: null }).then(done)
    expect(imported.files).toMatchObject([{ file: 'a.eml', id: 'M-1', isNew: false }, { unreadable: {} }])
    expect(await journal()).toHaveLength(1)
  })

  test('stops a message that was on its way', async () => {
    await importCsv(desk, [HEADER, line('DURAND', 'F-2026-102', '2026-02-18', '300,00')].join('\n'))
    desk.move('2026-02-19')
    await runDay(desk, { dryRun: false })
    const { actions } = await listActions(desk, { openOnly: true })
    const planned = actions.filter(({ status }) => status === 'planned')
    await receive(reply())
    expect(await deliver(desk, { max: null })).toMatchObject({
      sent: 0,
      cancelled: planned.length,
    })
  })

  test('unread again holds again, and a second one holds after the first is read', async () => {
    await receive(reply())
    await receive(letterOf({ from: DURAND, inReplyTo: ours(1), text: 'Encore moi.' }))
    await readInbound(byPerson(desk, 'anne'), { number: 1, isRead: true })
    desk.move('2026-02-23')
    expect((await day()).holds).toMatchObject([{ reason: 'reply-unread' }])
    await readInbound(byPerson(desk, 'anne'), { number: 2, isRead: true })
    await readInbound(byPerson(desk, 'anne'), { number: 1, isRead: false })
    desk.move('2026-02-24')
    expect((await day()).actions).toEqual([])
  })
})

test.each(['', 'x'])('what is no text does not stand in the way of the rest%s', async shift => {
  const text = `${shift}Bonjour \0, ${'😀'.repeat(400)}`
  const odd = letterOf({ from: DURAND, subject: 'a\0b', text })
  expect(await receive(odd)).toMatchObject({ isNew: true, case: 'MOI/DURAND' })
})

describe('a message without headers of ours', () => {
  beforeEach(() =>
    importCsv(
      desk,
      [
        HEADER,
        line('MARTIN', 'F-2026-201', '2026-02-13', '500,00'),
        line('PETIT', 'F-2026-301', '2026-02-13', '700,00'),
      ].join('\n'),
    ),
  )

  test('is tied by the invoice that it quotes, whoever writes', async () => {
    const quoting = letterOf({ from: 'groupe@holding.example', text: 'Facture F2026-201 : litige en cours.' })
    expect(await receive(quoting)).toMatchObject({ case: 'MOI/MARTIN' })
    expect(await onTheList()).toMatchObject([{ tiedBy: 'reference' }])
  })

  test('is tied by the codes of its case', async () => {
    expect(
      await receive(letterOf({ from: 'x@y.example', text: 'Dossier MOI/PETIT, voir plus tard' })),
    ).toMatchObject({
      case: 'MOI/PETIT',
    })
  })

  test('is tied by the address that one debtor alone has, in any capitals', async () => {
    expect(await receive(letterOf({ from: 'Compta@MARTIN.example', text: 'Bien reçu' }))).toMatchObject({
      case: 'MOI/MARTIN',
    })
    expect(await onTheList()).toMatchObject([{ tiedBy: 'address' }])
  })

  test('that quotes invoices of two debtors, or comes from nobody known, waits without a case', async () => {
    await receive(letterOf({ from: 'x@y.example', text: 'F-2026-201 et F-2026-301 sont payées' }))
    await receive(letterOf({ from: 'inconnu@y.example', text: 'Bonjour' }))
    expect(await onTheList()).toMatchObject([{ case: null }, { case: null }])
    expect(await journal()).toEqual([])
  })

  test('is given to a case by a person, then to another, and holds that one alone', async () => {
    await receive(letterOf({ from: 'inconnu@y.example', text: 'Bonjour' }))
    const assign = (debtor: string) => assignMessage(byPerson(desk, 'anne'), { number: 1, debtor })
    expect(await assign('MARTIN')).toMatchObject({ case: 'MOI/MARTIN' })
    expect(await assign('PETIT')).toMatchObject({ case: 'MOI/PETIT' })
    expect(await assign('PERSONNE')).toMatchObject({ refused: 'unknown-debtor' })
    desk.move('2026-02-17')
    const { holds, actions } = await runDay(desk, { dryRun: false }).then(done)
    expect(holds.map(hold => hold.case)).toEqual(['MOI/PETIT'])
    expect(actions.map(action => action.case)).toContain('MOI/MARTIN')
  })

  test('comes by the mailbox of a creditor, who must be known', async () => {
    const bytes = letterOf({ from: DURAND, text: 'Bonjour' })
    expect(await receiveMail(desk, { bytes, creditor: 'SUD' })).toMatchObject({
      refused: 'unknown-creditor',
    })
    expect(await receive(bytes, 'MOI')).toMatchObject({ case: 'MOI/DURAND' })
    expect(await receive(bytes)).toMatchObject({ isNew: false })
  })
})

describe('a bounce', () => {
  const dead = (nth: number | null = 1) =>
    bounceOf({
      recipient: DURAND,
      status: '5.1.1',
      diagnostic: '550 5.1.1 user unknown',
      original: nth === null ? null : ours(nth),
    })

  test.each([
    ['by headers', 1],
    ['by its address', null],
  ])(
    'for good, tied %s: the step goes by its fallback, and the address is no longer used',
    async (_how, nth) => {
      await receive(dead(nth))
      expect(await emailsInvalid()).toEqual([DURAND])
      expect(await onTheList()).toEqual([])
      desk.move('2026-02-17')
      expect((await day()).actions).toContain('j1 call')
    },
  )

  test('about a message long gone un-passes that one, not the last', async () => {
    await until('2026-02-20', 'done j4')
    expect(desk.sent).toHaveLength(2)
    await receive(dead(1))
    const statuses = (await listActions(desk, { openOnly: false })).actions.map(a => [a.step, a.status])
    expect(statuses).toContainEqual(['j1', 'failed'])
    expect(statuses).toContainEqual(['j7', 'done'])
  })

  test('to an address corrected since leaves the new one alone', async () => {
    await importCsv(
      desk,
      [
        HEADER,
        line('DURAND', 'F-2026-101', '2026-02-13', '1200,00').replace(DURAND, 'neuf@durand.example'),
      ].join('\n'),
    )
    await receive(dead())
    expect(await emailsInvalid()).toEqual([])
  })

  test('for a while is noted alone, until the third message in a row', async () => {
    const putOff = (original: string, action: 'failed' | 'delayed' = 'failed') =>
      receive(
        bounceOf({
          recipient: DURAND,
          status: '4.2.2',
          diagnostic: `452 4.2.2 full ${action}`,
          action,
          original,
        }),
      )
    await putOff(ours(1), 'delayed')
    await putOff(ours(1))
    await until('2026-02-20', 'done j4')
    await putOff(ours(2))
    await until('2026-03-16', 'skip j11', 'skip j16')
    expect(desk.sent).toHaveLength(3)
    expect(await emailsInvalid()).toEqual([])
    await putOff(ours(3))
    expect(await emailsInvalid()).toEqual([DURAND])
    expect(await onTheList()).toEqual([])
  })

  test('refused as spam says nothing of the address: a person is told', async () => {
    await receive(
      bounceOf({
        recipient: DURAND,
        status: '5.7.1',
        diagnostic: '550 5.7.1 blocked as spam',
        original: ours(1),
      }),
    )
    expect(await emailsInvalid()).toEqual([])
    expect(await onTheList()).toMatchObject([
      { class: 'policy-rejection', case: 'MOI/DURAND', status: '5.7.1' },
    ])
    expect((await listActions(desk, { openOnly: true })).inbox).toBe(1)
  })
})

test('a complaint stops the e-mails to that contact, and a person is told', async () => {
  await receive(complaintOf({ recipient: DURAND, original: ours(1) }))
  expect(await emailsInvalid()).toEqual([DURAND])
  expect(await onTheList()).toMatchObject([{ class: 'abuse-report', case: 'MOI/DURAND' }])
})

test('an absence is noted, and holds nothing', async () => {
  await receive(
    letterOf({
      from: DURAND,
      subject: 'Réponse automatique : absence',
      inReplyTo: ours(1),
      headers: ['Auto-Submitted: auto-replied'],
      text: 'Je suis absent.',
    }),
  )
  expect(await onTheList()).toEqual([])
  expect(await showInbound(desk, { number: 1 })).toMatchObject({
    class: 'auto-reply',
    case: 'MOI/DURAND',
    read: true,
  })
  desk.move('2026-02-17')
  expect((await day()).actions).toContain('j4 call')
})
