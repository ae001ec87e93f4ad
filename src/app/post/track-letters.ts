import type { PostalProof, PostalProvider, PostalReport } from '../../channels/postal-provider.ts'
import { type Day, earlierOf, parseDay } from '../../domain/date.ts'
import type { Tx } from '../../store/database.ts'
import {
  type Posting,
  PROOF_BYTES_AT_MOST,
  postingsToTrack,
  writeProof,
} from '../../store/outbox/postings.ts'
import { actionIdOf } from '../../store/screens/actions.ts'
import { actingAs, type Desk } from '../desk.ts'
import { openAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'
import { type NotedNews, takePostalNews } from './take-postal-news.ts'

export type TrackedLetters = {
  provider: string
  asked: number
  letters: NotedNews[]
  /** Proofs stored now: a deposit, an acknowledgement of receipt, an envelope that came back. */
  proofs: { id: string; kind: PostalProof['kind'] }[]
  problems: { id: string; refusal: Refused }[]
}

/** Asks the provider how far its letters have come, and keeps the proofs. Asked twice, it notes nothing twice. */
export async function trackLetters(desk: Desk): Promise<TrackedLetters | Refused> {
  const provider = desk.post.provider
  if (!provider) return refuse('no-postal-provider')
  const postings = await desk.transaction(tx => postingsToTrack(tx, provider.id))
  const tracked: TrackedLetters = {
    provider: provider.id,
    asked: postings.length,
    letters: [],
    proofs: [],
    problems: [],
  }
  for (const posting of postings) await trackOne(desk, provider, posting, tracked)
  return tracked
}

async function trackOne(
  desk: Desk,
  provider: PostalProvider,
  posting: Posting,
  tracked: TrackedLetters,
): Promise<void> {
  const report = await provider.track(posting.providerId ?? '')
  const teller = actingAs(desk, { kind: 'provider', name: provider.id })
  await desk.transaction(async tx => {
    const id = await actionIdOf(tx, posting)
    if (report.kind !== 'report') {
      tracked.problems.push({ id, refusal: refuse('not-tracked', { reason: report.detail }) })
      return
    }
    for (const news of newsOf(report, posting, desk.today)) {
      const found = await openAction(desk, tx, id)
      const noted = 'refused' in found ? found : await takePostalNews(teller, tx, found, news, id)
      if ('refused' in noted) tracked.problems.push({ id, refusal: noted })
      else if (noted.noted === 'new') tracked.letters.push(noted)
    }
    await keepProofs(desk, tx, posting, id, report, tracked)
  })
}

/** News without a day happened, for us, on the day we learn of it; a first tracking number is news too. */
function newsOf({ news, trackingNumber, detail }: PostalReport, posting: Posting, date: Day) {
  const dated = news.map(({ status, on }) => ({
    status,
    on: earlierOf(dayOf(on) ?? (status === posting.status ? posting.statusOn : date), date),
    trackingNumber,
    detail,
  }))
  if (dated.length > 0 || trackingNumber === null || posting.status === 'handing') return dated
  return [{ status: posting.status, on: posting.statusOn, trackingNumber, detail }]
}

function dayOf(iso: string | null): Day | null {
  return iso === null ? null : parseDay(iso)
}

async function keepProofs(
  desk: Desk,
  tx: Tx,
  posting: Posting,
  id: string,
  { proofs }: PostalReport,
  tracked: TrackedLetters,
): Promise<void> {
  for (const proof of proofs) {
    if (proof.content.length === 0 || proof.content.length > PROOF_BYTES_AT_MOST) {
      tracked.problems.push({ id, refusal: refuse('proof-not-kept', { bytes: proof.content.length }) })
    } else if (await writeProof(tx, posting, proof, desk.now())) {
      tracked.proofs.push({ id, kind: proof.kind })
    }
  }
}
