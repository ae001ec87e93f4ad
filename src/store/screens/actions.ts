import type { ActionStatus } from '../../domain/action.ts'
import type { Reason } from '../../domain/reason.ts'
import type { ChannelName, Mode, Stage } from '../../domain/scenario.ts'
import type { Tx } from '../database.ts'
import {
  type List,
  type Order,
  type PageAfter,
  type PageAt,
  type RowsAfter,
  type RowsAt,
  rowsAfter,
  rowsAt,
} from './page.ts'

export type ListedAction = {
  id: string
  case: string
  debtor: string
  step: string
  stage: Stage
  channel: ChannelName
  mode: Mode
  status: ActionStatus
  askedOn: string
  endedOn: string | null
  items: string[]
  amountCents: number
  currency: string
  because: Reason[]
}

const ACTION = `c.number || '-' || a.id as id, k.code || '/' || d.code as case, d.name as debtor, a.step, a.stage, a.channel,
            a.mode, a.status, a.asked_on as "askedOn", a.ended_on as "endedOn", c.currency,
            coalesce((select array_agg(i.name order by i.due_on nulls last, i.name) from due_item i
                      where i.organisation_id = $1 and i.case_id = a.case_id and i.id = any(a.item_ids)), '{}') as items,
            a.amount_cents::float8 as "amountCents", a.because`

const ITS_CASE = `join   dunning_case c on c.organisation_id = $1 and c.case_id = a.case_id
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id`

/** Those of some cases, case by case, in the order in which they were asked. */
export async function actionsOfCases(
  tx: Tx,
  caseIds: readonly string[],
  openOnly: boolean,
): Promise<ListedAction[]> {
  return tx.query<ListedAction>(
    `select ${ACTION}
     from   action a
     ${ITS_CASE}
     where  a.organisation_id = $1 and a.case_id = any($2::uuid[])
       and  (not $3 or a.status in ('planned', 'open', 'proposed', 'agreed', 'uncertain'))
     order  by a.case_id, a.id`,
    [tx.organisationId, caseIds, openOnly],
  )
}

export const ORDER_OF_ACTIONS: Order = {
  list: 'actions',
  keys: [
    { name: 'asked_on', type: 'date', down: true },
    { name: 'number', type: 'bigint' },
    { name: 'id', type: 'bigint' },
  ],
}

/** The work list: what was asked, newest first; only what still waits when `openOnly`. */
export async function actionsAfter(
  tx: Tx,
  openOnly: boolean,
  page: PageAfter,
): Promise<RowsAfter<ListedAction>> {
  return rowsAfter(tx, workList(tx, openOnly), page)
}

export async function actionsAt(tx: Tx, openOnly: boolean, page: PageAt): Promise<RowsAt<ListedAction>> {
  return rowsAt(tx, workList(tx, openOnly), page)
}

function workList(tx: Tx, openOnly: boolean): List {
  return {
    order: ORDER_OF_ACTIONS,
    among: `select a.asked_on, c.number, a.id, a.case_id
     from   action a
     join   dunning_case c on c.organisation_id = $1 and c.case_id = a.case_id
     where  a.organisation_id = $1
       and  (not $2 or a.status in ('planned', 'open', 'proposed', 'agreed', 'uncertain'))`,
    columns: ACTION,
    joins: `join action a on a.organisation_id = $1 and a.case_id = page.case_id and a.id = page.id
     ${ITS_CASE}`,
    params: [tx.organisationId, openOnly],
  }
}

/** The case and action that an id of the work list, `12-3`, stands for. */
export async function findAction(tx: Tx, id: string): Promise<{ caseId: string; actionId: number } | null> {
  const [number, actionId] = id.split('-').map(Number)
  const [row] = await tx.query<{ caseId: string; actionId: number }>(
    `select a.case_id as "caseId", a.id as "actionId"
     from   action a
     join   dunning_case c on c.organisation_id = $1 and c.case_id = a.case_id
     where  a.organisation_id = $1 and c.number = $2 and a.id = $3`,
    [tx.organisationId, number, actionId],
  )
  return row ?? null
}

/** The id of the work list, `12-3`, of an action. */
export async function actionIdOf(
  tx: Tx,
  { caseId, actionId }: { caseId: string; actionId: number },
): Promise<string> {
  const [row] = await tx.query<{ number: number }>(
    `select number from dunning_case c where c.organisation_id = $1 and c.case_id = $2`,
    [tx.organisationId, caseId],
  )
  if (!row) throw new Error(`no case ${caseId}`)
  return `${row.number}-${actionId}`
}
