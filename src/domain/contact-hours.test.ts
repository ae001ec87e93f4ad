import fc from 'fast-check'
import { expect, test } from 'vitest'
import { france } from '../countries/fr/country.ts'
import { isWorkingDay } from './calendar.ts'
import { type ContactTime, nextContactTime } from './contact-hours.ts'
import { addDays, day, formatDay } from './date.ts'
import type { ChannelName } from './scenario.ts'

const law = france.law({ region: null })
const friday = day('2026-04-03')

const next = (channel: ChannelName, time: ContactTime) => {
  const hours = law.contactHours(channel)
  return hours ? nextContactTime(law, hours, time) : time
}

test.each<[string, ChannelName, string, string]>([
  ['a mail at night waits for eight', 'email', '2026-04-03 06:59', '2026-04-03 08:00'],
  ['a mail of the afternoon leaves', 'email', '2026-04-03 18:59', '2026-04-03 18:59'],
  [
    'a mail of a Friday evening waits for the Tuesday after Easter',
    'email',
    '2026-04-03 19:00',
    '2026-04-07 08:00',
  ],
  ['a mail of a Sunday waits for the Tuesday after Easter', 'email', '2026-04-05 10:00', '2026-04-07 08:00'],
  ['nobody is called at lunch', 'call', '2026-04-03 13:00', '2026-04-03 14:00'],
  ['a text message leaves until eight in the evening', 'sms', '2026-04-03 19:59', '2026-04-03 19:59'],
  ['a call at nine waits for ten', 'call', '2026-04-03 09:00', '2026-04-03 10:00'],
  ['a letter has no hour', 'letter', '2026-04-05 03:00', '2026-04-05 03:00'],
])('%s', (_, channel, from, expected) => {
  expect(textOf(next(channel, timeOf(from)))).toBe(expected)
})

test('is permitted, never earlier, and stays where it is', () => {
  const times = fc.record({ day: fc.nat(800).map(days => addDays(friday, days)), minute: fc.nat(1439) })
  fc.assert(
    fc.property(times, fc.constantFrom<ChannelName>('email', 'sms', 'call'), (time, channel) => {
      const found = next(channel, time)
      expect(found.day * 1440 + found.minute).toBeGreaterThanOrEqual(time.day * 1440 + time.minute)
      expect(isWorkingDay(law, found.day)).toBe(true)
      expect(
        law.contactHours(channel)?.some(([from, until]) => from <= found.minute && found.minute < until),
      ).toBe(true)
      expect(next(channel, found)).toEqual(found)
    }),
  )
})

function timeOf(text: string): ContactTime {
  const [on = '', at = ''] = text.split(' ')
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return { day: day(on), minute: hours * 60 + minutes }
}

function textOf({ day: on, minute }: ContactTime): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${formatDay(on)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
