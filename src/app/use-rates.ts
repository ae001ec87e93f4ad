/** The rates that claims are drawn with: those of the program, and those that people recorded. */
import type { Country } from '../domain/law/country.ts'
import { lookAgainAtAll } from '../store/case/case-looks.ts'
import type { Tx } from '../store/database.ts'
import { recordedRates } from '../store/parties/rates.ts'
import type { App } from './app.ts'

/** The country with the rates recorded so far. */
export async function withRecordedRates(tx: Tx, country: Country): Promise<Country> {
  return { ...country, rates: country.rateBook(await recordedRates(tx, country.code)) }
}

/**
 * After a change: this process goes on with the rates as they are now (another one reads them when it starts), and every
 * open case of this organisation looks again, in a transaction of its own, since a cluster wants tables without an organisation
 * written apart. Other organisations' cases need nothing: `decide` reads no rate, and a claim is drawn anew each time.
 */
export async function useRates(app: App): Promise<void> {
  const { clock, database, organisationId } = app
  app.country = await database.transaction(organisationId, tx => withRecordedRates(tx, app.country))
  await database.transaction(organisationId, tx => lookAgainAtAll(tx, clock.today()))
}
