import { isRendered, type Unrendered } from '../../documents/email/message.ts'
import type { Finding } from '../../documents/guard/wording-guard.ts'
import type { Action } from '../../domain/action.ts'
import { type Case, openItems } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { claimOn } from '../../domain/claim/case-claim.ts'
import { type FormalNotice, formalNotice, type NoticePart } from '../../domain/claim/notice.ts'
import { type Day, formatDay, laterOf } from '../../domain/date.ts'
import { findAction } from '../../store/screens/actions.ts'
import { readCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import type { Refused } from '../refused.ts'
import { loadParties } from './load-parties.ts'
import { factorOf, principalTotals } from './message-input.ts'
import type { Parties } from './parties.ts'
import { renderAction } from './write-message.ts'

/** An action's text as it would leave today, with its data when it is a formal notice. */
export type ShownMessage = {
  id: string
  case: string
  step: string
  channel: Action['channel']
  language: string
  subject: string
  text: string
  html: string
  warnings: readonly Finding[]
  notice: ReturnType<typeof noticeAnswer> | null
}

/** A refusal with what the letter lacks, by name. */
export type Lacking = Refused & { lacks: readonly string[]; findings: readonly Finding[] }

/** The letter to post, the call script or the e-mail of an action; refused by name while a piece of it is missing. */
export async function showMessage(
  desk: Desk,
  asked: { id: string },
): Promise<ShownMessage | Refused | Lacking> {
  const opened = await openMessage(desk, asked)
  if ('refused' in opened) return opened
  const { id } = asked
  const { action, parties, items, notice } = opened
  const rendered = renderAction(desk, parties, action, items, desk.today)
  if (!isRendered(rendered)) return lackingMessage(id, rendered)
  const { language, subject, text, html, warnings } = rendered
  const { step, channel } = action
  const answer = notice && noticeAnswer(notice)
  return {
    id,
    case: parties.dossier.id,
    step,
    channel,
    language,
    subject,
    text,
    html,
    warnings,
    notice: answer,
  }
}

/** An action with all that its message is written from. */
export type OpenedMessage = {
  action: Action
  parties: Parties
  items: readonly OpenItem[]
  notice: FormalNotice | null
}

/** Finds an action and what it is about; a formal notice lacks nothing, or is refused with what it lacks. */
export async function openMessage(
  desk: Desk,
  { id }: { id: string },
): Promise<OpenedMessage | Refused | Lacking> {
  const found = await desk.transaction(async tx => {
    const known = /^\d{1,9}-\d{1,9}$/.test(id) ? await findAction(tx, id) : null
    if (!known) return null
    const { stored } = await readCase(desk, tx, known.caseId)
    const action = stored.dossier.actions.find(candidate => candidate.id === known.actionId)
    return action ? { action, parties: await loadParties(tx, stored, action.step) } : null
  })
  if (!found) {
    return { refused: 'unknown-action', message: `aucune action ${id} ; « quittance actions » les liste` }
  }
  const { action, parties } = found
  const items = openItems(parties.dossier).filter(item => action.itemIds.includes(item.id))
  const notice = writtenNotice(desk, parties, action, items)
  if (notice && 'lacks' in notice) return notice
  return { action, parties, items, notice }
}

/** A formal notice's own data, or what it lacks; null for any other message. */
export function writtenNotice(
  desk: Desk,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
): FormalNotice | Lacking | null {
  if (action.stage !== 'formal-notice') return null
  const notice = noticeOf(desk, parties, action, items)
  return 'lacks' in notice ? lackingNotice(`${parties.number}-${action.id}`, notice.lacks) : notice
}

function noticeOf(desk: Desk, parties: Parties, action: Action, items: readonly OpenItem[]) {
  const { dossier, creditor, particulars, agency } = parties
  const isForOthers = desk.country.scenarios.get(dossier.scenarioId)?.firstLetter !== undefined
  const payee = factorOf(items) ?? (isForOthers && agency?.iban ? agency : creditor)
  const signatory = isForOthers && agency ? agency.signatory : creditor.signatory
  const today = laterOf(desk.today, action.askedOn)
  return formalNotice(
    {
      today,
      presentedOn: action.presentedOn,
      days: dossier.settings.formalNoticeDays,
      currency: dossier.currency,
      creditor: { ...creditor, signatory },
      debtor: { ...particulars, name: dossier.debtor.name, kind: dossier.debtor.kind },
      payment: { payee: payee.name, iban: payee.iban, reference: invoicesOf(dossier, action) },
      items,
      principalCents: principalTotals(dossier, items).askedCents,
      claim: claimOn(dossier, items, today, desk.country.rates),
    },
    desk.country.noticeLaw,
  )
}

function invoicesOf(dossier: Case, action: Action): string {
  const items = dossier.items.filter(item => action.itemIds.includes(item.id))
  return [...new Set(items.map(item => item.invoice))].join(', ')
}

/** Days as ISO dates. */
function noticeAnswer(notice: FormalNotice) {
  const { on, deadline, origin } = notice
  const date = (day: Day | null) => (day === null ? null : formatDay(day))
  return {
    ...notice,
    on: formatDay(on),
    origin: origin.map(line => ({
      ...line,
      issuedOn: formatDay(line.issuedOn),
      dueOn: formatDay(line.dueOn),
    })),
    deadline: { days: deadline.days, presentedOn: date(deadline.presentedOn), on: date(deadline.on) },
  }
}

function lackingNotice(id: string, lacks: readonly NoticePart[]): Lacking {
  return {
    refused: 'notice-lacks',
    message: `la mise en demeure ${id} n'est pas écrite : il manque ${lacks.join(', ')}`,
    lacks,
    findings: [],
  }
}

export function lackingMessage(id: string, { missing, detail, findings = [] }: Unrendered): Lacking {
  const refused = findings.length > 0 ? 'unlawful-wording' : 'message-lacks'
  const message = `le message ${id} n'est pas écrit : ${missing}, ${detail}`
  return { refused, message, lacks: [missing], findings }
}
