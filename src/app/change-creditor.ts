import { isSiren } from '../formats/debtor-fields.ts'
import { readIban } from '../formats/iban.ts'
import { lookAgainAtAll } from '../store/case-looks.ts'
import { lockOrganisation } from '../store/organisations.ts'
import { type Creditor, findCreditors, insertCreditor, updateCreditor } from '../store/parties.ts'
import type { App, Refused } from './app.ts'

export type { Creditor }

/** What messages say of a creditor. Absent stays as it was. */
export type ChangeCreditor = {
  code: string
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  iban?: string | undefined
  address?: string | undefined
  siren?: string | undefined
  signature?: string | undefined
}

const EMAIL = /^[^\s@<>(),;:"[\]]+@[^\s@<>(),;:"[\]]+\.[a-z]{2,}$/i

export async function listCreditors(app: App): Promise<{ creditors: Creditor[] }> {
  return { creditors: await app.database.transaction(app.organisationId, findCreditors) }
}

/** Writes a creditor's details, and makes the creditor when the code is new. */
export async function changeCreditor(app: App, input: ChangeCreditor): Promise<Creditor | Refused> {
  if (input.email !== undefined && !EMAIL.test(input.email)) {
    return { refused: 'bad-email', message: `« ${input.email} » n'est pas une adresse e-mail` }
  }
  const iban = input.iban === undefined ? undefined : readIban(input.iban)
  if (iban === null)
    return { refused: 'bad-iban', message: `« ${input.iban} » n'est pas un IBAN valable (clé ou longueur)` }
  const siren = input.siren?.replace(/[\s.]/g, '')
  if (siren !== undefined && !isSiren(siren)) return badSiren(input.siren ?? '')
  return app.database.transaction(app.organisationId, async tx => {
    await lockOrganisation(tx)
    const known = (await findCreditors(tx)).find(creditor => creditor.code === input.code)
    const details = {
      code: input.code,
      name: input.name ?? known?.name ?? input.code,
      email: input.email ?? known?.email ?? null,
      phone: input.phone ?? known?.phone ?? null,
      iban: iban ?? known?.iban ?? null,
      address: input.address ?? known?.address ?? null,
      siren: siren ?? known?.siren ?? null,
      signatory: input.signature ?? known?.signatory ?? null,
    }
    if (!known) return insertCreditor(tx, details)
    const changed = { creditorId: known.creditorId, ...details }
    await updateCreditor(tx, changed)
    await lookAgainAtAll(tx, app.clock.today())
    return changed
  })
}

function badSiren(text: string): Refused {
  return {
    refused: 'bad-siren',
    message: `« ${text} » n'est pas un SIREN valable (neuf chiffres et leur clé)`,
  }
}
