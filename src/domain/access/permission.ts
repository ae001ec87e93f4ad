/** Who may do what. A use case names one permission; a role holds several. */
export type Permission = (typeof PERMISSIONS)[number]
export const PERMISSIONS = [
  /** See cases, claims, messages, lists. */
  'read',
  /** Note what happened: facts, calls, answers. */
  'record',
  'import',
  /** Match bank entries, and take them back. */
  'money',
  /** Do, skip, confirm what the day asks for. */
  'chase',
  /** Approve or refuse what has effect in law: formal notice, litigation. */
  'approve',
  /** Let messages and letters leave. */
  'send',
  /** Creditors, settings, rates, texts, letterheads. */
  'settings',
  /** People, keys, organisations. */
  'people',
] as const

export type Role = 'owner' | 'manager' | 'clerk' | 'salesperson' | 'accountant' | 'reader'

export const ROLES: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(PERMISSIONS),
  manager: new Set(PERMISSIONS.filter(permission => permission !== 'people')),
  clerk: new Set(['read', 'record', 'import', 'money', 'chase', 'send']),
  salesperson: new Set(['read', 'record']),
  accountant: new Set(['read', 'import', 'money']),
  reader: new Set(['read']),
}
