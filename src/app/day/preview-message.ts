import { isRendered, type RenderedMessage } from '../../documents/email/message.ts'
import type { Action } from '../../domain/action.ts'
import { type Case, openItems } from '../../domain/case/case.ts'
import { principalTotals } from '../../domain/claim/claim-totals.ts'
import { type Day, formatDay, laterOf } from '../../domain/date.ts'
import { foreseeStep, itemsFor, type StepForesight } from '../../domain/decide/foresee-step.ts'
import { contactFor } from '../../domain/decide/reach.ts'
import { REJECTED_STEP } from '../../domain/decide/rejected-payment.ts'
import type { Law } from '../../domain/law/law.ts'
import type { Reason } from '../../domain/reason.ts'
import type { ChannelName, Scenario, Step } from '../../domain/scenario.ts'
import { scenarioOf } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { lackingMessage } from '../messages/lacking.ts'
import type { Printable } from '../messages/letter-of-action.ts'
import { loadParties } from '../messages/load-parties.ts'
import type { Parties } from '../messages/parties.ts'
import { writtenNotice } from '../messages/show-message.ts'
import { type ActionText, renderAction, shownPage } from '../messages/write-message.ts'
import { isRefused, type Refused, refuse } from '../refused.ts'
import { type ExplainedItem, explained, loadKnownCase } from './explain-case.ts'

/** `on`: the day of the message; the days until then are lived as foreseen. */
export type PreviewMessage = {
  debtor: string
  step: string
  on: Day
  channel: ChannelName | null
  language: 'fr' | 'en' | null
}

/** A message as it would be that day, and whether it would go. Days as ISO dates. */
export type Preview = Pick<
  RenderedMessage,
  'language' | 'subject' | 'text' | 'html' | 'textVersion' | 'warnings'
> & {
  case: string
  debtor: string
  currency: string
  step: string
  channel: ChannelName
  date: string
  /** Address or number that it would go to; null: it needs none, or there is none. */
  to: string | null
  goes: StepForesight['goes']
  because: readonly Reason[]
  passedOn: string | null
  nextOn: string | null
  /** Each open item that morning: held, waiting, and why. */
  items: ExplainedItem[]
}

/** With what a use case needs that hands the message over. */
export type Previewed = Printable & { preview: Preview; said: ActionText }

/** Any message for any case and any day to come, and why it would go that day or not. Writes nothing. */
export async function previewMessage(desk: Desk, input: PreviewMessage): Promise<Previewed | Refused> {
  const { debtor, language, on } = input
  const onItsDay = { ...desk, today: on }
  const found = await loadKnownCase(onItsDay, debtor, async (tx, stored, lastRunOn) => ({
    parties: await loadParties(tx, stored, input.step),
    asOf: lastRunOn === null ? desk.today : laterOf(desk.today, lastRunOn),
  }))
  if (isRefused(found)) return found
  const { caseFile } = found.parties
  const scenario = scenarioOf(desk, caseFile)
  const step = stepOf(scenario, input)
  if (isRefused(step)) return step
  const law = desk.country.law({ region: caseFile.settings.region })
  const foreseen = foreseeStep(caseFile, scenario, law, { step: step.id, asOf: found.asOf, on })
  const parties = { ...found.parties, caseFile: foreseen.morning }
  const action = actionOf(foreseen, step, law, input.channel, on)
  const items = openItems(parties.caseFile).filter(item => action.itemIds.includes(item.id))
  if (items.length === 0) return refuse('nothing-to-preview', { case: caseFile.id })
  const lacking = writtenNotice(onItsDay, parties, action, items, step.id)
  if (lacking && 'refused' in lacking) return lacking
  const said = renderAction(desk, parties, action, items, on, language ?? undefined)
  if (!isRendered(said)) return lackingMessage(step.id, said)
  const preview = previewOf(onItsDay, foreseen, parties, action, said)
  return { preview, said, parties, action, items }
}

function stepOf(scenario: Scenario, { step: id, channel }: PreviewMessage): Step | Refused {
  const step = [...scenario.steps, REJECTED_STEP].find(other => other.id === id)
  if (!step) {
    const known = [...scenario.steps, REJECTED_STEP].map(other => other.id)
    return refuse('unknown-step', { kind: 'preview', step: id, scenario: scenario.id, known })
  }
  const channels = [step.channel, ...step.fallbacks]
  if (channel === null || channels.includes(channel)) return step
  return refuse('channel-not-of-step', { step: id, channel, channels })
}

/** What is decided or under way that day; else the action that the step would be. */
function actionOf(
  { morning, action }: StepForesight,
  step: Step,
  law: Law,
  channel: PreviewMessage['channel'],
  on: Day,
): Action {
  if (action) return { ...action, channel: channel ?? action.channel }
  const items = itemsFor(step.stage, morning, law, on)
  return {
    id: nextActionId(morning),
    step: step.id,
    stage: step.stage,
    channel: channel ?? step.channel,
    mode: step.mode,
    askedOn: on,
    itemIds: items.map(item => item.id),
    amountCents: principalTotals(morning, items).askedCents,
    status: 'planned',
    endedOn: null,
    presentedOn: null,
    because: [],
  }
}

function nextActionId({ lastId }: Case): number {
  return lastId + 1
}

function previewOf(
  desk: Desk,
  { morning, goes, because, passedOn, nextOn }: StepForesight,
  parties: Parties,
  { step, channel }: Action,
  said: ActionText,
): Preview {
  const contact = contactFor(channel, morning.contacts, morning.debtor.kind)
  const { language, subject, text, textVersion, warnings } = said
  return {
    language,
    subject,
    text,
    html: shownPage(said),
    textVersion,
    warnings,
    case: morning.id,
    debtor: morning.debtor.name,
    currency: morning.currency,
    step,
    channel,
    date: formatDay(desk.today),
    to: (channel === 'email' ? contact?.email : contact?.phone) ?? null,
    goes,
    because,
    passedOn: passedOn && formatDay(passedOn),
    nextOn: nextOn && formatDay(nextOn),
    items: explained(desk, parties, morning.id).items,
  }
}
