/** Real messages that came back, kept outside the repository: run where they are at hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { haveSamples, sampleJson, samplesFolder } from '../../../test/samples.ts'
import type { MessageClass } from '../../domain/facts/reply.ts'
import { readEmail } from './email.ts'
import { newText } from './email-new-text.ts'

type ReplyExpected = { new_text?: string; must_keep?: string[]; first_fragment_contains?: string[] }
type BounceExpected = {
  class: string
  recipient?: string
  recipients?: string[]
  status?: string
  statuses?: string[]
}

/** The one difference: talon keeps the line that a telephone adds, we cut it. */
const TELEPHONE = /\n\nSent from my iPhone$/

/** Their words for our classes. */
const CLASSES: readonly (readonly [RegExp, MessageClass[]])[] = [
  [/^hard_bounce or policy/, ['hard-bounce', 'policy-rejection']],
  [/^hard_bounce/, ['hard-bounce']],
  [/^(soft_bounce|mailbox_full)/, ['soft-bounce']],
  [/^bounce_policy_rejected/, ['policy-rejection']],
  [/^auto_reply/, ['auto-reply']],
  [/^abuse_report/, ['abuse-report']],
  [/^not_a_bounce/, ['reply']],
]

describe.runIf(haveSamples('email-bounces'))('the bounce samples', () => {
  const expected = sampleJson<Record<string, BounceExpected>>('email-bounces/expected.json')
  test.each(Object.entries(expected))('%s', async (name, want) => {
    const { email, problems } = await readEmail(readFileSync(join(samplesFolder, 'email-bounces', name)))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(CLASSES.find(([said]) => said.test(want.class))?.[1]).toContain(email?.class)
    if ('status' in want || want.statuses)
      expect(email?.status ?? null).toBe(want.status ?? want.statuses?.[0] ?? null)
    const recipient = want.recipient ?? want.recipients?.[0]
    if (recipient) expect(email?.recipient).toBe(recipient)
  })
})

describe.runIf(haveSamples('email-replies'))('the reply samples', () => {
  const expected = sampleJson<Record<string, ReplyExpected>>('email-replies/expected.json')
  test.each(Object.entries(expected))('%s', async (name, want) => {
    const bytes = readFileSync(join(samplesFolder, 'email-replies', name))
    const text = name.endsWith('.eml')
      ? (await readEmail(bytes)).email?.newText
      : newText(bytes.toString('utf8'))
    if (want.new_text !== undefined) expect(text).toBe(want.new_text.replace(TELEPHONE, ''))
    for (const kept of [...(want.must_keep ?? []), ...(want.first_fragment_contains ?? [])])
      expect(text).toContain(kept)
    if (want.must_keep) expect(text).not.toContain('>')
  })
})
