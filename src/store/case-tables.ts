import type { Case } from '../domain/case/case.ts'

/** How a column's value travels: days as their number, cents as text of digits, the rest as it is. */
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

/** A table that holds one collection of a case. */
export type CaseTable = {
  collection: keyof Case
  table: string
  columns: readonly Column[]
  /** The columns that tell a record from the others of its case. */
  key: readonly Column[]
}

/** `key` is the record's, `name` the column's: the same in snake case, but for `renamed`. */
export type Column = { key: string; name: string; kind: ColumnKind }

type Description = {
  collection: keyof Case
  table: string
  columns: Readonly<Record<string, ColumnKind>>
  renamed?: Readonly<Record<string, string>>
  key: readonly string[]
}

const DESCRIPTIONS: readonly Description[] = [
  {
    collection: 'items',
    table: 'due_item',
    key: ['id'],
    columns: {
      id: 'int',
      name: 'text',
      invoice: 'text',
      issuedOn: 'day',
      performedOn: 'day',
      dueOn: 'day',
      dueAssumed: 'bool',
      amountCents: 'cents',
      payee: 'text',
      payeeIban: 'text',
      taxCents: 'cents',
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
      entry: 'text',
      creditAllocationIds: 'ids',
      rejections: 'rejections',
      usedCents: 'cents',
      reference: 'text',
    },
  },
  {
    collection: 'creditNotes',
    table: 'credit_note',
    key: ['id'],
    columns: {
      id: 'int',
      number: 'text',
      issuedOn: 'day',
      amountCents: 'cents',
      taxCents: 'cents',
      usedCents: 'cents',
    },
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
    columns: {
      id: 'int',
      reason: 'text',
      itemIds: 'ids',
      from: 'day',
      until: 'day',
      endedOn: 'day',
      publishedOn: 'day',
      procedure: 'text',
      declaredOn: 'day',
    },
  },
  {
    collection: 'milestones',
    table: 'milestone',
    key: ['id'],
    renamed: { on: 'happened_on' },
    columns: { id: 'int', kind: 'text', on: 'day', itemIds: 'ids', document: 'text' },
  },
  {
    collection: 'badDebts',
    table: 'bad_debt_step',
    key: ['id'],
    columns: { id: 'int', itemId: 'int', kind: 'text', notedOn: 'day', percent: 'int', reason: 'text' },
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
  {
    collection: 'calls',
    table: 'call',
    key: ['id'],
    columns: { id: 'int', actionId: 'int', madeOn: 'day', outcome: 'text', cause: 'text', note: 'text' },
  },
  {
    collection: 'claimFacts',
    table: 'claim_fact',
    key: ['id'],
    columns: {
      id: 'int',
      kind: 'text',
      countsOn: 'day',
      invoice: 'text',
      amountCents: 'cents',
      document: 'text',
    },
  },
]

/** Parents first, so that rows written in this order find what they refer to. */
export const CASE_TABLES: readonly CaseTable[] = DESCRIPTIONS.map(tableOf)

function tableOf({ collection, table, columns, renamed, key }: Description): CaseTable {
  const columnOf = (name: string): Column => ({
    key: name,
    name: renamed?.[name] ?? name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
    kind: columns[name] as ColumnKind,
  })
  return { collection, table, columns: Object.keys(columns).map(columnOf), key: key.map(columnOf) }
}

/** The type in which a column's value travels to the database. */
export function sqlType(kind: ColumnKind): string {
  switch (kind) {
    case 'int':
    case 'day':
      return 'integer'
    case 'text':
      return 'text'
    case 'bool':
      return 'boolean'
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

/** A column as it is read: a day as its number. */
export function readColumn({ name, kind }: Column): string {
  return kind === 'day' ? dayNumber(name) : name
}

/** A value that travelled, as the column takes it. */
export function writtenColumn({ name, kind }: Column): string {
  return kind === 'day' ? dateOf(`r.${name}`) : `r.${name}`
}

/** PostgreSQL counts days as we do: no text is made or read on the way. */
export const dayNumber = (name: string) => `${name} - date '1970-01-01' as ${name}`
export const dateOf = (value: string) => `date '1970-01-01' + ${value}`
