import { expect, test } from 'vitest'
import type { Reason } from './reason.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { TaskMatter } from './task.ts'

test('a code with the parameters of another, one less or one more does not compile', () => {
  const said: (Reason | TaskMatter | Refusal)[] = [
    { code: 'overdue', params: { item: 'F-1', days: 9 } },
    // @ts-expect-error the days are missing
    { code: 'overdue', params: { item: 'F-1' } },
    // @ts-expect-error no such parameter
    { code: 'all-settled', params: { item: 'F-1' } },
    // @ts-expect-error no such code
    { code: 'late', params: {} },
    // @ts-expect-error the last day is missing
    { code: 'declare-to-insurer', params: {} },
    refuse('no-such-action', { lacking: 'step', step: 'j7' }),
    // @ts-expect-error the step is missing
    refuse('no-such-action', { lacking: 'step' }),
    // @ts-expect-error an invoice at least
    refuse('tax-unknown', { invoices: [] }),
  ]
  expect(said).toHaveLength(8)
})
