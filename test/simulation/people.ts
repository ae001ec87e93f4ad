import { type ActionVerb, actOnAction } from '../../src/app/day/act-on-action.ts'
import type { Random } from '../../src/bench/random.ts'
import type { Action } from '../../src/domain/action.ts'
import type { Case } from '../../src/domain/case/case.ts'
import type { StoredCase } from '../../src/store/case/cases.ts'
import type { Company } from './company.ts'
import type { Life } from './life.ts'
import { nameOf } from './life.ts'

type Asked = { verb: ActionVerb; told: string | null }

/**
 * What people do with the work list of a case: what was asked today first, as in a story, else at most one thing asked
 * before.
 */
export async function workThrough(
  company: Company,
  life: Life,
  stored: StoredCase,
  random: Random,
): Promise<void> {
  const { actions } = stored.caseFile
  const isFresh = ({ status, askedOn }: Action) => status === 'open' && askedOn === company.today
  let acted = false
  for (const action of actions.filter(isFresh)) {
    const done = random.chance(0.6) && (await act(company, stored, action, 'done'))
    if (done) acted = true
    else life.happened.push({ on: company.today, text: `undone ${action.step}` })
  }
  for (const action of actions.filter(other => !isFresh(other))) {
    const asked = acted ? null : doneLater(stored.caseFile, action, random)
    if (!asked || !(await act(company, stored, action, asked.verb))) continue
    acted = true
    if (asked.told) life.happened.push({ on: company.today, text: asked.told })
    else life.untold = 'an uncertain message'
  }
}

async function act(
  { desk }: Company,
  stored: StoredCase,
  action: Action,
  verb: ActionVerb,
): Promise<boolean> {
  const id = `${stored.number}-${action.id}`
  const done = await actOnAction(desk, {
    id,
    verb,
    note: null,
    reason: null,
  })
  return !('refused' in done)
}

/** A story names a step and means its last action: people keep to that one. */
function doneLater(caseFile: Case, action: Action, random: Random): Asked | null {
  const { step } = action
  const isLast = (...statuses: Action['status'][]) =>
    caseFile.actions.findLast(other => other.step === step && statuses.includes(other.status)) === action
  switch (action.status) {
    case 'open':
      if (isLast('open', 'planned') && random.chance(0.25)) return { verb: 'done', told: `done ${step}` }
      return random.chance(0.03) ? { verb: 'skip', told: skipText(caseFile, action) } : null
    case 'proposed':
      if (isLast('proposed') && random.chance(0.3)) return agreement(action)
      return isLast('proposed', 'agreed') && random.chance(0.05)
        ? { verb: 'refuse', told: `refuse ${step}` }
        : null
    case 'uncertain':
      return random.chance(0.3) ? { verb: random.chance(0.5) ? 'done' : 'skip', told: null } : null
    default:
      return null
  }
}

function agreement({ mode, step }: Action): Asked {
  const verb = mode === 'approval' ? 'approve' : 'confirm'
  return { verb, told: `${verb} ${step}` }
}

function skipText(caseFile: Case, action: Action): string {
  return ['skip', action.step, ...action.itemIds.map(id => nameOf(caseFile, id))].join(' ')
}
