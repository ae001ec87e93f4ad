import { type Day, formatDay } from '../../domain/date.ts'
import type { PostalNews, PostalStatus, ProofKind } from '../../domain/facts/posting.ts'
import type { Tx } from '../database.ts'

export type ActionKey = { caseId: string; actionId: number }

/** A letter that was posted, or that a provider is being handed (`handing`). */
export type Posting = ActionKey & {
  provider: string | null
  providerId: string | null
  trackingNumber: string | null
  postedOn: Day
  status: PostalStatus | 'handing'
  statusOn: Day
  detail: string | null
}

export type Proof = { kind: ProofKind; contentType: string; content: Uint8Array }

/** The database refuses more. */
export const PROOF_BYTES_AT_MOST = 5 * 1024 * 1024

const POSTING = `p.case_id as "caseId", p.action_id as "actionId", p.provider, p.provider_id as "providerId",
       p.tracking_number as "trackingNumber", p.posted_on - date '1970-01-01' as "postedOn", p.status,
       p.status_on - date '1970-01-01' as "statusOn", p.detail`

export async function readPosting(tx: Tx, { caseId, actionId }: ActionKey): Promise<Posting | null> {
  const [row] = await tx.query<Posting>(
    `select ${POSTING} from posting p where p.organisation_id = $1 and p.case_id = $2 and p.action_id = $3`,
    [tx.organisationId, caseId, actionId],
  )
  return row ?? null
}

/** The letters that travel under this number; the post gives each its own. */
export async function postingsByNumber(tx: Tx, trackingNumber: string): Promise<Posting[]> {
  return tx.query<Posting>(
    `select ${POSTING} from posting p where p.organisation_id = $1 and p.tracking_number = $2`,
    [tx.organisationId, trackingNumber],
  )
}

/** What a crash left in the moment of being handed to a provider. */
export async function postingsInHanding(tx: Tx): Promise<Posting[]> {
  return tx.query<Posting>(
    `select ${POSTING} from posting p
     where  p.organisation_id = $1 and p.status = 'handing' order by p.case_id, p.action_id`,
    [tx.organisationId],
  )
}

/** Letters at a provider whose way is not over, or whose acknowledgement has not come. */
export async function postingsToTrack(tx: Tx, provider: string): Promise<Posting[]> {
  return tx.query<Posting>(
    `select ${POSTING} from posting p
     join   dunning_case c on c.organisation_id = $1 and c.case_id = p.case_id
     where  p.organisation_id = $1 and p.provider = $2
       and  (p.status in ('posted', 'presented') or (p.status = 'received' and not exists
             (select from posting_proof f where f.organisation_id = $1 and f.case_id = p.case_id
                and f.action_id = p.action_id and f.kind = 'receipt')))
     order  by p.posted_on, c.number, p.action_id`,
    [tx.organisationId, provider],
  )
}

/** Committed just before the one moment of handing over that can't be taken back. */
export async function markPostingHanding(
  tx: Tx,
  { caseId, actionId }: ActionKey,
  provider: string,
  on: Day,
): Promise<void> {
  await tx.query(
    `insert into posting as p (organisation_id, case_id, action_id, provider, posted_on, status, status_on)
     values ($1, $2, $3, $4, $5, 'handing', $5)
     on conflict (organisation_id, case_id, action_id)
     do update set provider = excluded.provider, posted_on = excluded.posted_on, status = 'handing', status_on = excluded.status_on,
                   provider_id = null, tracking_number = null, detail = null`,
    [tx.organisationId, caseId, actionId, provider, formatDay(on)],
  )
}

/** What became of a letter handed to a provider. Null: not known to have left; the action and the journal say more. */
export async function endHanding(
  tx: Tx,
  { caseId, actionId }: ActionKey,
  sent: { providerId: string; detail: string } | null,
): Promise<void> {
  if (sent === null) {
    await tx.query(
      `delete from posting where organisation_id = $1 and case_id = $2 and action_id = $3 and status = 'handing'`,
      [tx.organisationId, caseId, actionId],
    )
    return
  }
  await tx.query(
    `update posting set status = 'posted', provider_id = $4, detail = $5
     where organisation_id = $1 and case_id = $2 and action_id = $3 and status = 'handing'`,
    [tx.organisationId, caseId, actionId, sent.providerId, sent.detail],
  )
}

/** Notes how far a letter has come; one that nobody noted before was posted by a person on that day. */
export async function writeNews(
  tx: Tx,
  { caseId, actionId }: ActionKey,
  { status, on, trackingNumber, detail }: PostalNews,
): Promise<void> {
  await tx.query(
    `insert into posting as p (organisation_id, case_id, action_id, tracking_number, posted_on, status, status_on, detail)
     values ($1, $2, $3, $4, $5, $6, $5, $7)
     on conflict (organisation_id, case_id, action_id)
     do update set tracking_number = coalesce(excluded.tracking_number, p.tracking_number), status = excluded.status,
                   status_on = excluded.status_on, detail = coalesce(excluded.detail, p.detail)`,
    [tx.organisationId, caseId, actionId, trackingNumber, formatDay(on), status, detail],
  )
}

/** One of each kind: a proof told again changes nothing. True when it is new. */
export async function writeProof(
  tx: Tx,
  { caseId, actionId }: ActionKey,
  { kind, contentType, content }: Proof,
  storedAt: string,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into posting_proof (organisation_id, case_id, action_id, kind, content_type, content, stored_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organisation_id, case_id, action_id, kind) do nothing
     returning kind`,
    [tx.organisationId, caseId, actionId, kind, contentType, Buffer.from(content), storedAt],
  )
  return rows.length > 0
}

export async function readProof(
  tx: Tx,
  { caseId, actionId }: ActionKey,
  kind: ProofKind,
): Promise<Proof | null> {
  const [row] = await tx.query<{ contentType: string; content: Buffer }>(
    `select content_type as "contentType", content from posting_proof
     where organisation_id = $1 and case_id = $2 and action_id = $3 and kind = $4`,
    [tx.organisationId, caseId, actionId, kind],
  )
  return row ? { kind, ...row } : null
}
