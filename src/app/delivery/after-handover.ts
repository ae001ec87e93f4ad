import type { Failure, Receipt } from '../../channels/channel.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Day } from '../../domain/date.ts'
import { carriedOut, failed } from '../../domain/decide/adopt.ts'
import { withStatus } from '../../domain/facts/record-step.ts'
import type { Scenario } from '../../domain/scenario.ts'

/** `later`: surely not sent, and tried again; the case is as it was. */
export type HandoverOutcome = 'sent' | 'failed' | 'uncertain' | 'later'

/** What a carrier's answer makes of an action, and in which words it is told. */
export function afterHandover(
  caseFile: Case,
  actionId: number,
  result: Receipt | Failure,
  on: Day,
  scenario: Scenario,
): { outcome: HandoverOutcome; after: Case; detail: string } {
  switch (result.kind) {
    case 'sent': {
      const detail = `${result.providerId} ${result.response}`
      return { outcome: 'sent', after: carriedOut(caseFile, actionId, on, scenario), detail }
    }
    case 'uncertain':
      return {
        outcome: 'uncertain',
        after: withStatus(caseFile, actionId, 'uncertain', null),
        detail: result.detail,
      }
    case 'permanent':
      return { outcome: 'failed', after: failed(caseFile, actionId, on), detail: result.detail }
    case 'temporary':
    case 'withheld':
      return { outcome: 'later', after: caseFile, detail: result.detail }
  }
}
