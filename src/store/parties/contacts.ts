import type { Tx } from '../database.ts'

export type ContactToWrite = {
  role: string
  name: string | null
  email: string | null
  phone: string | null
  language: string | null
}

/**
 * Contacts by debtor, role and name: what is given replaces what was known, what is absent stays; a new address is
 * valid again. Returns how many were made or changed.
 */
export async function writeContacts(
  tx: Tx,
  contacts: readonly (ContactToWrite & { debtorId: string })[],
): Promise<{ created: number; updated: number }> {
  if (contacts.length === 0) return { created: 0, updated: 0 }
  const known = await tx.query<ContactToWrite & { debtor_id: string; position: number }>(
    `select debtor_id, position, role, name, email, phone, language
     from contact where organisation_id = $1 and debtor_id = any($2::uuid[])`,
    [tx.organisationId, [...new Set(contacts.map(contact => contact.debtorId))]],
  )
  const places = new Map(known.map(row => [contactKey(row.debtor_id, row), row]))
  const counts = new Map<string, number>()
  for (const row of known) counts.set(row.debtor_id, Math.max(counts.get(row.debtor_id) ?? 0, row.position))
  const rows: object[] = []
  let created = 0
  for (const contact of contacts) {
    const place = places.get(contactKey(contact.debtorId, contact))
    if (place && isSame(place, contact)) continue
    const position = place?.position ?? (counts.get(contact.debtorId) ?? 0) + 1
    counts.set(contact.debtorId, Math.max(counts.get(contact.debtorId) ?? 0, position))
    if (!place) created++
    const row = { ...contact, debtor_id: contact.debtorId, position }
    places.set(contactKey(contact.debtorId, contact), row)
    rows.push(row)
  }
  await upsertContacts(tx, rows)
  return { created, updated: rows.length - created }
}

/** Two people may have the same role; without a name there is one person to a role. */
function contactKey(debtorId: string, { role, name }: ContactToWrite): string {
  return JSON.stringify([debtorId, role, name])
}

function isSame(known: ContactToWrite, given: ContactToWrite): boolean {
  const same = (key: keyof ContactToWrite) => given[key] === null || given[key] === known[key]
  return same('name') && same('email') && same('phone') && same('language')
}

async function upsertContacts(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `insert into contact as c (organisation_id, debtor_id, position, role, name, email, phone, language)
     select $1, r.debtor_id, r.position, r.role, r.name, r.email, r.phone, coalesce(r.language, 'fr')
     from   jsonb_to_recordset($2::jsonb) as r(debtor_id uuid, position integer, role text, name text, email text,
                                              phone text, language text)
     on conflict (organisation_id, debtor_id, position)
     do update set name = coalesce(excluded.name, c.name), email = coalesce(excluded.email, c.email),
                   phone = coalesce(excluded.phone, c.phone), language = excluded.language,
                   email_invalid = c.email_invalid and coalesce(excluded.email, c.email) = c.email,
                   phone_invalid = c.phone_invalid and coalesce(excluded.phone, c.phone) = c.phone`,
    [tx.organisationId, JSON.stringify(rows)],
  )
}
