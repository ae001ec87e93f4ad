import type { Case } from '../domain/case.ts'

/** How a column's value travels: days as ISO text, cents as text of digits, the rest as it is. */
export type ColumnKind =
  | 'int'
  | 'text'
  | 'bool'
  | 'day'
  | 'cents'
  | 'ids'
  | 'instalments'
  | 'rejections'
  | 'json'

/** A table that holds one collection of a case. Column names are the record's keys in snake case, but for `renamed`. */
export type CaseTable = {
  collection: keyof Case
  table: string
  columns: Readonly<Record<string, ColumnKind>>
  renamed?: Readonly<Record<string, string>>
  key: readonly string[]
}

/** Parents first, so that rows written in this order find what they refer to. */
export const CASE_TABLES: readonly CaseTable[] = [
  {
    collection: 'items',
    table: 'due_item',
    key: ['id'],
    columns: {
      id: 'int',
      name: 'text',
      invoice: 'text',
      issuedOn: 'day',
      dueOn: 'day',
      dueAssumed: 'bool',
      amountCents: 'cents',
      round: 'int',
    },
  },
  {
    collection: 'payments',
    table: 'payment',
    key: ['id'],
    columns: {
      id: 'int',
      receivedOn: 'day',
      amountCents: 'cents',
      source: 'text',
      rejections: 'rejections',
      usedCents: 'cents',
      reference: 'text',
    },
  },
  {
    collection: 'creditNotes',
    table: 'credit_note',
    key: ['id'],
    columns: { id: 'int', number: 'text', issuedOn: 'day', amountCents: 'cents', usedCents: 'cents' },
  },
  {
    collection: 'allocations',
    table: 'allocation',
    key: ['id'],
    columns: {
      id: 'int',
      itemId: 'int',
      source: 'text',
      sourceId: 'int',
      amountCents: 'cents',
      allocatedOn: 'day',
    },
  },
  {
    collection: 'promises',
    table: 'promise',
    key: ['id'],
    renamed: { by: 'by_on' },
    columns: {
      id: 'int',
      madeOn: 'day',
      by: 'day',
      amountCents: 'cents',
      itemIds: 'ids',
      baselineCents: 'cents',
      status: 'text',
    },
  },
  {
    collection: 'disputes',
    table: 'dispute',
    key: ['id'],
    columns: {
      id: 'int',
      itemId: 'int',
      amountCents: 'cents',
      reason: 'text',
      openedOn: 'day',
      settledOn: 'day',
    },
  },
  {
    collection: 'plans',
    table: 'plan',
    key: ['id'],
    columns: {
      id: 'int',
      agreedOn: 'day',
      itemIds: 'ids',
      instalments: 'instalments',
      baselineCents: 'cents',
      status: 'text',
    },
  },
  {
    collection: 'holds',
    table: 'hold',
    key: ['id'],
    renamed: { from: 'from_on', until: 'until_on' },
    columns: { id: 'int', reason: 'text', itemIds: 'ids', from: 'day', until: 'day', endedOn: 'day' },
  },
  {
    collection: 'actions',
    table: 'action',
    key: ['id'],
    columns: {
      id: 'int',
      step: 'text',
      stage: 'text',
      channel: 'text',
      mode: 'text',
      askedOn: 'day',
      itemIds: 'ids',
      amountCents: 'cents',
      status: 'text',
      endedOn: 'day',
      presentedOn: 'day',
      because: 'json',
    },
  },
  {
    collection: 'passed',
    table: 'passed_step',
    key: ['itemId', 'step', 'round'],
    columns: { itemId: 'int', step: 'text', round: 'int', how: 'text', passedOn: 'day', actionId: 'int' },
  },
]

export function columnName(table: CaseTable, key: string): string {
  return table.renamed?.[key] ?? key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

export function sqlType(kind: ColumnKind): string {
  switch (kind) {
    case 'int':
      return 'integer'
    case 'text':
      return 'text'
    case 'bool':
      return 'boolean'
    case 'day':
      return 'date'
    case 'cents':
      return 'bigint'
    case 'ids':
      return 'integer[]'
    case 'instalments':
    case 'rejections':
    case 'json':
      return 'jsonb'
  }
}
