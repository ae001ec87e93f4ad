/** A delivery that failed, told by a report (RFC 3464) or in a machine's own words → whom, with what code, and for good or not. */
import type { MessageClass } from '../../domain/facts/reply.ts'
import { ADDRESS } from '../email-address.ts'
import { wordsOf } from './email-bounce-words.ts'
import type { Mail } from './email-mime.ts'
import { addressOf, type Delivery, deliveryReport } from './email-report.ts'

export type Bounce = Omit<Delivery, 'action'> & { class: BounceClass }
type BounceClass = Extract<MessageClass, 'hard-bounce' | 'soft-bounce' | 'policy-rejection'>

/** Null when the message tells of no failure and no delay; `delivered` when it tells of success alone. */
export function readBounce(mail: Mail): Bounce | 'delivered' | null {
  const told = toldText(mail)
  const report = deliveryReport(mail)
  if (report && report.length > 0) {
    const worst =
      report.find(({ action }) => action === 'failed') ?? report.find(({ action }) => action === 'delayed')
    if (!worst) return 'delivered'
    const { action, ...delivery } = worst
    return { ...delivery, class: classOf(worst, told) }
  }
  return isToldByMachine(mail, told) ? ownWords(mail, told) : null
}

/**
 * A full box and a delay are for a while; blocked, spam or sender refused is a matter of policy; everything else is for good
 * (docs/rules.md 25.3). A report's words come before its code, since many say 5.0.0 or 5.5.0 whatever happened.
 */
function classOf({ action, status, diagnostic }: Omit<Delivery, 'recipient'>, told: string): BounceClass {
  if (action === 'delayed') return 'soft-bounce'
  const said = wordsOf([status, diagnostic].join(' ')) ?? wordsOf(told)
  if (said === 'full') return 'soft-bounce'
  const passes = status?.startsWith('4') === true
  if (said === 'refused') return 'policy-rejection'
  return passes || said === 'later' ? 'soft-bounce' : 'hard-bounce'
}

/** Reports of Exim, Gmail, Notes, qmail, old Exchange: sentences, an address, perhaps a code. */
function ownWords(mail: Mail, told: string): Bounce {
  const coded = /\b([45]\d\d)[ -]*#?([45]\.\d{1,3}\.\d{1,3})?(?![\d.])|#([45]\.\d{1,3}\.\d{1,3})/
  const [, smtp = null, enhanced, bare] = coded.exec(told) ?? []
  const line = told.split('\n').find(one => coded.test(one))
  const delayed = DELAY.test(mail.email.subject ?? '')
  const failure = {
    originalRecipient: null,
    status: enhanced ?? bare ?? smtp,
    diagnostic: line?.trim() ?? null,
  }
  return {
    recipient: failedAddress(mail, told),
    ...failure,
    class: classOf({ ...failure, action: delayed ? 'delayed' : 'failed' }, told),
  }
}

/** Exim and Google name it in a header; else it is the first address that is not ours. */
function failedAddress(mail: Mail, told: string): string | null {
  const named = addressOf(mail.header('x-failed-recipients'))
  if (named !== null) return named
  const ours = new Set([mail.header('to'), mail.header('from')].map(text => addressOf(text)?.toLowerCase()))
  const all = told.match(new RegExp(ADDRESS.source, 'gi')) ?? []
  return all.find(address => !ours.has(address.toLowerCase())) ?? null
}

function isToldByMachine(mail: Mail, told: string): boolean {
  if (mail.header('x-failed-recipients') !== '') return true
  const from = mail.header('from')
  const isMachine = MACHINE.test(from) || /^<\s*>$/.test(mail.header('return-path'))
  return isMachine && FAILURE.test(`${mail.email.subject ?? ''}\n${told}`)
}

/** What the machine says, before what it sends back. */
function toldText({ text }: Mail): string {
  const start = text.slice(0, LONGEST_NOTICE)
  const end = start.search(RETURNED)
  return end === -1 ? start : start.slice(0, end)
}

const LONGEST_NOTICE = 2 ** 14

const RETURNED =
  /^-{2,} *(original message|returned message|this is a copy|below this line|message d.origine|message original|unsent message)|^original message headers:|^(en-t[eê]tes?|headers) (of the|du) (original|message)|^return-path:|^received: from/im
const MACHINE = /\b(mailer-?daemon|postmaster|mail-?daemon|mail ?delivery|mdaemon|mail system)\b/i
const DELAY = /delay|retard|still undelivered|warning: could not send/i
const FAILURE =
  /undeliver|deliver\w* (status notification|fail|has failed|problem|incomplete|delay)|returned mail|mail delivery|failure notice|(could|can) ?not be delivered|couldn.t be delivered|wasn.t delivered|non[- ](remis|delivr|delivery)|[eé]chec de (la )?(remise|distribution|livraison)|(pas pu|impossible d).{0,12}(remis|remettre|distribu|d[eé]livr|achemin)|nondeliverable/i
