import { expect, test } from 'vitest'
import type { ActionStatus } from '../action.ts'
import { isPending, isProposal, isToBeDone, isUnderWay, isWaiting, isWithPeople } from './status.ts'

const GROUPS = { isUnderWay, isProposal, isToBeDone, isWithPeople, isPending, isWaiting }

test.each<[ActionStatus, (keyof typeof GROUPS)[]]>([
  ['planned', ['isUnderWay', 'isPending', 'isWaiting']],
  ['open', ['isUnderWay', 'isToBeDone', 'isWithPeople', 'isPending', 'isWaiting']],
  ['proposed', ['isProposal', 'isWithPeople', 'isPending', 'isWaiting']],
  ['agreed', ['isProposal', 'isWithPeople', 'isPending', 'isWaiting']],
  ['uncertain', ['isToBeDone', 'isWaiting']],
  ['refused', []],
  ['done', []],
  ['failed', []],
  ['cancelled', []],
  ['lapsed', []],
])('%s: %j', (status, groups) => {
  expect(Object.entries(GROUPS).flatMap(([name, holds]) => (holds({ status }) ? [name] : []))).toEqual(groups)
})
