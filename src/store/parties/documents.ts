import type { Tx } from '../database.ts'

/** The PDF of an invoice or a credit note, as the debtor received it. */
export type DocumentToKeep = { number: string; content: Uint8Array; sha256: string }
/** What is known of a document without reading it. */
export type KeptDocument = { number: string; size: number; sha256: string }

/** Beyond this no mailbox takes it either; the table refuses it too. */
export const LARGEST_DOCUMENT = 10 * 2 ** 20

/** Keeps a document, one for each number: another one takes its place. False when it is the one already there. */
export async function writeDocument(tx: Tx, caseId: string, document: DocumentToKeep): Promise<boolean> {
  const rows = await tx.query(
    `insert into document as d (organisation_id, case_id, number, content, sha256) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, case_id, number)
     do update set content = excluded.content, sha256 = excluded.sha256 where d.sha256 <> excluded.sha256
     returning number`,
    [tx.organisationId, caseId, document.number, document.content, document.sha256],
  )
  return rows.length > 0
}

/** Those of a case, by number. */
export async function listDocuments(tx: Tx, caseId: string): Promise<KeptDocument[]> {
  return tx.query<KeptDocument>(
    `select number, octet_length(content) as size, sha256 from document
     where organisation_id = $1 and case_id = $2 order by number`,
    [tx.organisationId, caseId],
  )
}

export async function readDocument(tx: Tx, caseId: string, number: string): Promise<Uint8Array | null> {
  const [row] = await tx.query<{ content: Uint8Array }>(
    'select content from document where organisation_id = $1 and case_id = $2 and number = $3',
    [tx.organisationId, caseId, number],
  )
  return row?.content ?? null
}

/** The cases in which an invoice or a credit note bears this number; of one debtor alone when it is named (`findCases`). */
export async function casesWithNumber(
  tx: Tx,
  number: string,
  debtor: string | null,
): Promise<{ caseId: string; id: string }[]> {
  return tx.query(
    `select c.case_id as "caseId", k.code || '/' || d.code as id
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  c.organisation_id = $1
       and  ($3::text is null or d.code = $3 or k.code || '/' || d.code = $3 or lower(d.name) = lower($3))
       and  (exists (select 1 from due_item i where i.organisation_id = $1 and i.case_id = c.case_id and i.invoice = $2)
             or exists (select 1 from credit_note n
                        where n.organisation_id = $1 and n.case_id = c.case_id and n.number = $2))
     order  by id`,
    [tx.organisationId, number, debtor],
  )
}
