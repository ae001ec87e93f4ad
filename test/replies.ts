/** The replies of test/fixtures/replies: how they are written stands at the head of french.txt. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Day, day } from '../src/domain/date.ts'
import type { Suggestion } from '../src/domain/facts/reply.ts'
import { type Cents, formatAmount } from '../src/domain/money.ts'

export type WrittenReply = { name: string; sentOn: Day; body: string; expected: string[] }

export function writtenReplies(file: string): WrittenReply[] {
  const text = readFileSync(fileURLToPath(new URL(`fixtures/replies/${file}`, import.meta.url)), 'utf8')
  return text
    .split(/^=== /m)
    .slice(1)
    .map(entry => {
      const [, name = '', sent = '', body = '', expected = ''] =
        /^(.+), (\S+)\n([\s\S]*?)\n--\n([\s\S]*)$/.exec(entry) ?? []
      const lines = expected.split('\n').filter(line => line.trim() !== '' && line !== 'nothing')
      return { name, sentOn: day(sent), body, expected: lines.sort() }
    })
}

/** As a line of the file tells it. */
export function suggestionLine({ kind, params }: Suggestion): string {
  const { amountCents, ...others } = params
  const told = Object.entries({
    ...others,
    ...(amountCents !== undefined && { amount: formatAmount(BigInt(amountCents) as Cents) }),
  })
  return [kind, ...told.map(([name, value]) => `${name}=${value}`)].join(' ')
}
