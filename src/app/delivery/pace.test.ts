import { expect, test } from 'vitest'
import { paceOf } from './pace.ts'

test('as many as allowed go at once, the next ones a minute after the first ones', () => {
  const pace = paceOf(2, [])
  const places = [0, 0, 10, 20, 30].map(now => pace.place('gmail.example', now))
  expect(places).toEqual([0, 0, 60_000, 60_000, 120_000])
  expect(pace.place('autre.example', 30)).toBe(30)
})

test('what was sent before counts, and is forgotten after a minute', () => {
  const pace = paceOf(1, [{ domain: 'gmail.example', at: 1_000 }])
  expect(pace.place('gmail.example', 2_000)).toBe(61_000)
  expect(pace.place('gmail.example', 200_000)).toBe(200_000)
})

test('no minute ever has more than allowed', () => {
  const pace = paceOf(7, [])
  const places = Array.from({ length: 200 }, (_, n) => pace.place('gmail.example', n * 911))
  for (const start of places)
    expect(places.filter(at => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(7)
})
