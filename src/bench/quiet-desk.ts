import { NO_POST } from '../app/app.ts'
import type { Desk } from '../app/desk.ts'
import { PERMISSIONS } from '../domain/access/permission.ts'
import type { Day } from '../domain/date.ts'
import type { Country } from '../domain/law/country.ts'
import type { Database } from '../store/database.ts'

/** A desk in an organisation, on a day that does not move, from which no message leaves. */
export function quietDesk(
  database: Database,
  organisationId: string,
  country: Country,
  today: Day,
  now: () => string,
): Desk {
  return {
    database,
    organisationId,
    country,
    actor: { kind: 'person', name: 'essai' },
    permissions: new Set(PERMISSIONS),
    today,
    now,
    transaction: work => database.transaction(organisationId, work),
    channels: new Map(),
    mailboxes: [],
    post: NO_POST,
    delivery: { kind: 'folder', folder: 'essai' },
    messagesAtOnce: 1,
    dkim: [],
    mailFrom: 'relances@atelier.example',
    progress: () => {},
  }
}
