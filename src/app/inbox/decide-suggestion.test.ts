/** What a reply suggests: accepted as it is, changed, or refused; recorded in the case with the words quoted. */
import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { accepted, byPerson, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { letterOf } from '../../../test/mail.ts'
import { day } from '../../domain/date.ts'
import type { Suggestion } from '../../domain/facts/reply.ts'
import { cents } from '../../domain/money.ts'
import { writeSuggestions } from '../../store/inbox/inbound-messages.ts'
import { runDay } from '../day/run-day.ts'
import { decideSuggestion } from './decide-suggestion.ts'
import { receiveMail } from './receive-mail.ts'
import type { Correction } from './suggested-change.ts'

const fresh = freshDatabase()
const COMPTA = 'compta@durand.example'
let desk: TestDesk

beforeEach(async () => {
  desk = await testDesk(fresh.database, '2026-03-02')
  await importCsv(
    desk,
    [
      HEADER,
      line('DURAND', 'F-2026-101', '2026-02-13', '1200,00'),
      line('DURAND', 'F-2026-102', '2026-02-20', '300,00'),
    ].join('\n'),
  )
})

/** A reply from the accounts of Durand that suggests this. */
async function suggesting(...suggestions: Suggestion[]): Promise<void> {
  const bytes = letterOf({ from: COMPTA, text: `Bonjour ${suggestions.length}` })
  const taken = await receiveMail(desk, { bytes, creditor: null })
  expect(taken).toMatchObject({ id: 'M-1', case: 'MOI/DURAND' })
  const proposed = suggestions.map(one => ({ ...one, state: 'proposed' as const, recorded: null }))
  await desk.transaction(tx => writeSuggestions(tx, 1, proposed))
}

const say = (said: Correction | null, place: number | null = null) =>
  decideSuggestion(byPerson(desk, 'anne'), { number: 1, place, said })

const suggestion = (kind: Suggestion['kind'], params: Suggestion['params'] = {}): Suggestion => ({
  kind,
  evidence: 'Nous paierons vendredi',
  params,
})

const holds = async () => {
  const report = accepted(await runDay(desk, { dryRun: true }))
  return report.holds.map(({ reason, items, until }) => [reason, items.join(' '), until])
}

const contacts = () =>
  fresh.admin<{ email: string; email_invalid: boolean }>(
    'select role, name, email, email_invalid, phone from contact where organisation_id = $1 order by position',
    [desk.organisationId],
  )

const journal = async () => {
  const rows = await fresh.admin<{ entry: object; actor: string }>(
    `select actor, entry from journal where organisation_id = $1 and kind = 'inbox' order by position`,
    [desk.organisationId],
  )
  return rows.map(({ actor, entry }) => ({ actor, ...entry }))
}

describe('accepted as it is', () => {
  test('a promise is recorded, with the words quoted, and the reply is read', async () => {
    await suggesting(suggestion('promise', { date: '2026-03-06', amountCents: 40_000 }))
    expect(await holds()).toEqual([['reply-unread', 'F-2026-101 F-2026-102', null]])
    expect(await say({})).toEqual({
      id: 'M-1',
      case: 'MOI/DURAND',
      suggestion: 1,
      kind: 'promise',
      state: 'accepted',
      recorded: ['promise 400.00 by 2026-03-06'],
      read: true,
      nextLookOn: '2026-03-02',
    })
    expect(await holds()).toEqual([['promise', 'F-2026-101 F-2026-102', '2026-03-08']])
    expect(await journal()).toMatchObject([
      { actor: 'inbox', class: 'reply', tiedBy: 'address' },
      { actor: 'anne', suggestion: 'promise', state: 'accepted', evidence: 'Nous paierons vendredi' },
      { actor: 'anne', message: 'M-1', read: true },
    ])
    expect(await say({})).toMatchObject({ refused: 'unknown-suggestion' })
    expect(await say({}, 1)).toMatchObject({ refused: 'already-accepted' })
  })

  test.each<[Suggestion['kind'], Suggestion['params'], string[]]>([
    ['promise', { date: '2026-03-06' }, ['promise 1500.00 by 2026-03-06']],
    // Five working days from Monday 2 March.
    ['already-paid', {}, ['pause until 2026-03-09']],
    [
      'insolvency',
      { date: '2026-02-25', procedure: 'receivership' },
      ['insolvency 2026-02-25 kind receivership'],
    ],
    ['invoice-not-received', {}, []],
    ['refusal', {}, []],
  ])('%s', async (kind, params, recorded) => {
    await suggesting(suggestion(kind, params))
    expect(await say({})).toMatchObject({ state: 'accepted', recorded, read: true })
  })
})

describe('changed', () => {
  test.each<[Suggestion['kind'], Suggestion['params'], Correction, string[]]>([
    [
      'promise',
      { date: '2026-03-06', amountCents: 40_000 },
      { day: day('2026-03-13'), amountCents: cents(50_000), items: ['F-2026-101'] },
      ['promise 500.00 by 2026-03-13 F-2026-101'],
    ],
    [
      'dispute',
      { reason: 'wrong-price' },
      { items: ['F-2026-102'] },
      ['dispute F-2026-102 300.00 wrong-price'],
    ],
    [
      'dispute',
      { amountCents: 500_000 },
      { items: ['F-2026-102'], reason: 'trop cher' },
      ['dispute F-2026-102 5000.00 "trop cher"'],
    ],
    [
      'dispute',
      {},
      { items: ['F-2026-102'], reason: 'le "prix" convenu' },
      ['dispute F-2026-102 300.00 "le ""prix"" convenu"'],
    ],
    [
      'dispute',
      {},
      { items: ['F-2026-101', 'F-2026-102'] },
      ['dispute F-2026-101 1200.00 other', 'dispute F-2026-102 300.00 other'],
    ],
    [
      'plan-request',
      {},
      { count: 3, amountCents: cents(50_000), day: day('2026-03-31') },
      ['plan 3 x 500.00 from 2026-03-31 monthly'],
    ],
    ['already-paid', {}, { day: day('2026-03-20') }, ['pause until 2026-03-20']],
  ])('%s', async (kind, params, said, recorded) => {
    await suggesting(suggestion(kind, params))
    expect(await say(said)).toMatchObject({ state: 'changed', recorded })
  })

  test('a reason reaches the case with the quotes and spaces that it has', async () => {
    await suggesting(suggestion('dispute'))
    await say({ items: ['F-2026-102'], reason: 'le "prix"  convenu' })
    const disputes = await fresh.admin('select reason from dispute where organisation_id = $1', [
      desk.organisationId,
    ])
    expect(disputes).toEqual([{ reason: 'le "prix"  convenu' }])
  })

  test('more instalments than anybody grants are not taken', async () => {
    await suggesting(suggestion('plan-request', { date: '2026-03-31' }))
    expect(await say({ count: 1000, amountCents: cents(100) })).toMatchObject({ refused: 'plan-needed' })
  })

  test('what the case itself refuses is refused, and nothing is written', async () => {
    await suggesting(suggestion('promise', { date: '2026-03-06', amountCents: 1000 }))
    expect(await say({ items: ['F-9'] })).toMatchObject({ refused: 'unknown-item' })
    expect(await journal()).toHaveLength(1)
    expect(await holds()).toMatchObject([['reply-unread', expect.anything(), null]])
  })
})

test.each<[Suggestion['kind'], Suggestion['params'], Correction, string]>([
  ['promise', {}, {}, 'day-needed'],
  ['insolvency', {}, {}, 'day-needed'],
  ['plan-request', { date: '2026-03-31' }, { count: 3 }, 'plan-needed'],
  ['dispute', {}, {}, 'item-needed'],
  ['dispute', {}, { items: ['F-9'] }, 'item-needed'],
  ['dispute', {}, { items: ['F-2026-101', 'F-2026-102'], amountCents: cents(100) }, 'item-needed'],
])('%s lacks something', async (kind, params, said, refused) => {
  await suggesting(suggestion(kind, params))
  expect(await say(said)).toMatchObject({ refused })
})

describe('a wrong contact', () => {
  test('is corrected by the address that the reply gives', async () => {
    await suggesting(suggestion('wrong-contact', { email: 'lea@durand.example' }))
    await say({})
    expect(await contacts()).toEqual([
      {
        role: 'accounts-payable',
        name: null,
        email: 'lea@durand.example',
        email_invalid: false,
        phone: '0102030405',
      },
    ])
  })

  test('is no longer written to when nobody knows another, and a person is asked for one', async () => {
    await suggesting(suggestion('wrong-contact'))
    await say({})
    expect(await contacts()).toMatchObject([{ email: COMPTA, email_invalid: true }])
  })

  test('gives way to another person by name', async () => {
    await suggesting(suggestion('wrong-contact'))
    await say({ email: 'lea@durand.example', name: 'Léa Roy' })
    expect(await contacts()).toMatchObject([
      { email: COMPTA, email_invalid: true },
      { name: 'Léa Roy', email: 'lea@durand.example', email_invalid: false },
    ])
  })
})

test('whoever asks not to be written to is not', async () => {
  await suggesting(suggestion('do-not-contact'))
  expect(await say({})).toMatchObject({ recorded: [] })
  expect(await contacts()).toMatchObject([{ email: COMPTA, email_invalid: true }])
})

test('of several, one is said; the reply is read once all are decided, and a refused one can be accepted', async () => {
  await suggesting(suggestion('promise', { date: '2026-03-06' }), suggestion('thanks-only'))
  expect(await say({})).toMatchObject({ refused: 'which-suggestion' })
  expect(await say(null, 1)).toMatchObject({ state: 'refused', recorded: [], read: false })
  expect(await say({}, 2)).toMatchObject({ state: 'accepted', read: true })
  expect(await holds()).toEqual([])
  expect(await say({}, 1)).toMatchObject({ state: 'accepted', recorded: ['promise 1500.00 by 2026-03-06'] })
  expect(await say({}, 3)).toMatchObject({ refused: 'unknown-suggestion' })
})

test('a message without a case, or of no such number, decides nothing', async () => {
  await receiveMail(desk, {
    bytes: letterOf({ from: 'x@y.example', text: 'Bonjour' }),
    creditor: null,
  })
  expect(await say({})).toMatchObject({ refused: 'unassigned-message' })
  const unknown = { number: 2, place: null, said: {}, date: desk.today, actor: 'anne' }
  expect(await decideSuggestion(byPerson(desk, 'anne'), unknown)).toMatchObject({
    refused: 'unknown-message',
  })
})
