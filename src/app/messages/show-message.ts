import { isRendered } from '../../documents/email/message.ts'
import type { Finding } from '../../documents/guard/wording-guard.ts'
import type { Action } from '../../domain/action.ts'
import { type Case, openItems } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { claimOn } from '../../domain/claim/case-claim.ts'
import { principalTotals } from '../../domain/claim/claim-totals.ts'
import { type FormalNotice, formalNotice } from '../../domain/claim/notice.ts'
import { factorOf, payeeOf } from '../../domain/claim/payee.ts'
import { type Day, formatDay, laterOf } from '../../domain/date.ts'
import { isForOthers } from '../../domain/law/country.ts'
import type { Desk } from '../desk.ts'
import { readAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'
import { lackingMessage } from './lacking.ts'
import { loadParties } from './load-parties.ts'
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

export type ShowMessage = { id: string }

/** The letter to post, the call script or the e-mail of an action; refused by name while a piece of it is missing. */
export async function showMessage(desk: Desk, asked: ShowMessage): Promise<ShownMessage | Refused> {
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
    case: parties.caseFile.id,
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

export type OpenMessage = { id: string }

/** Finds an action and what it is about; a formal notice lacks nothing, or is refused with what it lacks. */
export async function openMessage(desk: Desk, { id }: OpenMessage): Promise<OpenedMessage | Refused> {
  const found = await desk.transaction(async tx => {
    const read = await readAction(desk, tx, id)
    if ('refused' in read) return read
    const { opened, action } = read
    return { action, parties: await loadParties(tx, opened.stored, action.step) }
  })
  if ('refused' in found) return found
  const { action, parties } = found
  const items = openItems(parties.caseFile).filter(item => action.itemIds.includes(item.id))
  const notice = writtenNotice(desk, parties, action, items, id)
  if (notice && 'refused' in notice) return notice
  return { action, parties, items, notice }
}

/** A formal notice's own data, or what it lacks; null for any other message. `message`: as people name it. */
export function writtenNotice(
  desk: Desk,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
  message: string,
): FormalNotice | Refused | null {
  if (action.stage !== 'formal-notice') return null
  const notice = noticeOf(desk, parties, action, items)
  return 'lacks' in notice ? refuse('notice-lacks', { message, lacks: notice.lacks }) : notice
}

function noticeOf(desk: Desk, parties: Parties, action: Action, items: readonly OpenItem[]) {
  const { caseFile, creditor, particulars, agency } = parties
  const writer = isForOthers(desk.country, caseFile.scenarioId) ? agency : null
  const payee = payeeOf(factorOf(items), writer, creditor)
  const signatory = writer ? writer.signatory : creditor.signatory
  const today = laterOf(desk.today, action.askedOn)
  return formalNotice(
    {
      today,
      presentedOn: action.presentedOn,
      days: caseFile.settings.formalNoticeDays,
      currency: caseFile.currency,
      creditor: { ...creditor, signatory },
      debtor: { ...particulars, name: caseFile.debtor.name, kind: caseFile.debtor.kind },
      payment: { payee: payee.name, iban: payee.iban ?? null, reference: invoicesOf(caseFile, action) },
      items,
      principalCents: principalTotals(caseFile, items).askedCents,
      claim: claimOn(caseFile, items, today, desk.country.rates),
    },
    desk.country.noticeLaw,
  )
}

function invoicesOf(caseFile: Case, action: Action): string {
  const items = caseFile.items.filter(item => action.itemIds.includes(item.id))
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
