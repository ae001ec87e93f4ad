import type { Failure, Receipt } from '../../channels/channel.ts'
import type { PostalAddress, PostalLetter, PostalProvider } from '../../channels/postal-provider.ts'
import { type LetterPress, openLetterPress } from '../../documents/press/letter-press.ts'
import { lookAgain } from '../../domain/case/case.ts'
import type { AddressCustom } from '../../domain/law/addresses.ts'
import type { Tx } from '../../store/database.ts'
import {
  type ActionKey,
  endHanding,
  markPostingHanding,
  postingsInHanding,
  writeProof,
} from '../../store/outbox/postings.ts'
import { lettersToPost } from '../../store/screens/letters.ts'
import { KEPT } from '../../words/delivery-words.ts'
import type { Post } from '../app.ts'
import { closeCase, isUnchanged, openCase } from '../change-cases.ts'
import { afterHandover } from '../delivery/after-handover.ts'
import { type Desk, organisationOf } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { takeTurn } from '../take-turn.ts'
import { type LetterOrder, openLetter, printOrder, type RefusedLetter } from './open-letter.ts'

export type PostedLetters = {
  provider: string
  posted: number
  failed: number
  uncertain: number
  later: number
  leftOut: RefusedLetter[]
}

type Outcome = 'posted' | 'failed' | 'uncertain' | 'later'

export type PostLetters = { max: number | null }

/**
 * Hands the letters that wait to the postal provider, at most `max`. Just before the order that can't be taken back,
 * the handover is recorded: a crash leaves a letter to be posted, posted or, in that moment alone, uncertain.
 */
export async function postLetters(desk: Desk, { max }: PostLetters): Promise<PostedLetters | Refused> {
  const provider = desk.post.provider
  if (!provider) return refuse('no-postal-provider')
  const turn = await takeTurn(desk, 'post')
  if ('refused' in turn) return turn
  const report: PostedLetters = {
    provider: provider.id,
    posted: 0,
    failed: 0,
    uncertain: 0,
    later: 0,
    leftOut: [],
  }
  try {
    report.uncertain += await recover(desk)
    const { organisation } = await desk.transaction(organisationOf)
    if (!organisation.sending) return refuse('sending-off')
    const waiting = await desk.transaction(lettersToPost)
    const press = openLetterPress(0)
    for (const { id } of waiting.slice(0, max ?? undefined)) {
      const done = await postOne(desk, provider, press, id)
      if (typeof done === 'string') report[done]++
      else if (done !== null) report.leftOut.push(done)
    }
    return report
  } finally {
    await turn()
  }
}

/** Letters that a crash caught in the very moment of handing over: nobody knows, so a person must. */
async function recover(desk: Desk): Promise<number> {
  const handed = await desk.transaction(postingsInHanding)
  for (const posting of handed)
    await conclude(desk, posting, null, { kind: 'uncertain', detail: KEPT.fr.interrupted })
  return handed.length
}

async function postOne(
  desk: Desk,
  provider: PostalProvider,
  press: LetterPress,
  id: string,
): Promise<Outcome | RefusedLetter | null> {
  const order = await desk.transaction(tx => openLetter(desk, tx, id))
  if ('refused' in order) return null
  if ('lacks' in order) return order
  const { parties, action } = order
  const sides = sidesOf(order, desk.post, desk.country.addresses)
  if ('lacks' in sides)
    return { id, case: parties.caseFile.id, debtor: parties.caseFile.debtor.name, ...sides }
  const printed = await printOrder(desk, order, press)
  if ('lacks' in printed) return printed
  const { pdf } = printed
  const key = { caseId: parties.caseId, actionId: action.id }
  const letter: PostalLetter = {
    idempotencyKey: `${desk.organisationId} ${parties.caseId} ${action.id}`,
    reference: id,
    ...sides,
    pdf,
  }
  const beforeHandover = () => desk.transaction(tx => agree(desk, tx, key, order, provider))
  return conclude(desk, key, pdf, await provider.post(letter, { beforeHandover }))
}

/** False when anything happened in the case since the letter was written: it is written again another time. */
async function agree(
  desk: Desk,
  tx: Tx,
  key: ActionKey,
  { parties }: LetterOrder,
  provider: PostalProvider,
): Promise<boolean> {
  if (!(await isUnchanged(tx, key.caseId, parties.journal.length))) return false
  await markPostingHanding(tx, key, provider.id, desk.today)
  return true
}

type Sides = Pick<PostalLetter, 'kind' | 'from' | 'to'>

/** Both addresses, and how a registered letter goes. A consumer must have agreed to the electronic way (CPCE L100). */
function sidesOf(
  order: LetterOrder,
  { electronic }: Post,
  addresses: AddressCustom,
): Sides | Pick<RefusedLetter, 'lacks' | 'refusal'> {
  const { creditor, particulars, caseFile } = order.parties
  const isRegistered = order.action.channel === 'registered-letter'
  const kind = isRegistered ? (electronic ? 'electronic' : 'paper') : 'ordinary'
  const email =
    caseFile.contacts.find(contact => contact.email !== null && !contact.emailInvalid)?.email ?? null
  const consented = caseFile.debtor.kind !== 'consumer' || particulars.electronicMailConsentOn !== null
  if (kind === 'electronic' && !consented) {
    return {
      lacks: ['electronic-mail-consent'],
      refusal: refuse('electronic-mail-not-agreed', { debtor: caseFile.debtor.code }),
    }
  }
  if (kind === 'electronic' && email === null)
    return { lacks: ['contact'], refusal: refuse('no-email', { kind: 'debtor' }) }
  if (kind === 'electronic' && !creditor.email)
    return { lacks: ['creditor.email'], refusal: refuse('no-email', { kind: 'creditor' }) }
  const from = addressOf(addresses, creditor.name, creditor.address, creditor.email || null, true)
  const to = addressOf(addresses, caseFile.debtor.name, particulars.address, email, consented)
  if (!from) return { lacks: ['creditor.address'], refusal: refuse('town-missing') }
  return to ? { kind, from, to } : { lacks: ['debtor.address'], refusal: refuse('town-missing') }
}

function addressOf(
  custom: AddressCustom,
  name: string,
  address: string | null,
  email: string | null,
  consented: boolean,
): PostalAddress | null {
  const read = custom.read(address ?? '')
  return read && { name, ...read, email, consented }
}

/** Writes what became of the letter, in its posting, in the journal and in the case. */
async function conclude(
  desk: Desk,
  key: ActionKey,
  pdf: Uint8Array | null,
  result: Receipt | Failure,
): Promise<Outcome> {
  return desk.transaction(async tx => {
    const opened = await openCase(desk, tx, key.caseId)
    const { caseFile } = opened.stored
    const ended = afterHandover(caseFile, key.actionId, result, desk.today, opened.scenario)
    const isSent = result.kind === 'sent'
    await endHanding(tx, key, isSent ? { providerId: result.providerId, detail: result.response } : null)
    if (isSent && pdf) {
      const proof = { kind: 'letter' as const, contentType: 'application/pdf', content: pdf }
      await writeProof(tx, key, proof, desk.now())
    }
    const { after, detail } = ended
    const outcome = ended.outcome === 'sent' ? 'posted' : ended.outcome
    await closeCase(desk, tx, opened, after === caseFile ? caseFile : lookAgain(after, desk.today), {
      actor: 'post',
      kind: 'delivery',
      entry: { action: key.actionId, outcome, detail },
    })
    return outcome
  })
}
