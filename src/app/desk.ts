import type { Actor } from '../domain/access/actor.ts'
import type { Permission } from '../domain/access/permission.ts'
import type { Day } from '../domain/date.ts'
import { settingFrom } from '../domain/organisation/setting-text.ts'
import { DEFAULT_SETTINGS, type Settings } from '../domain/organisation/settings.ts'
import type { Tx } from '../store/database.ts'
import { type Organisation, readOrganisation } from '../store/parties/organisations.ts'
import { recordedRates } from '../store/parties/rates.ts'
import type { App, Ways } from './app.ts'
import type { Refused } from './refused.ts'

/** Where one request is answered: for whom, by whom, on which day, with what. Made for each request, command or job. */
export type Desk = Omit<App, 'clock' | 'ways'> &
  Ways & {
    readonly organisationId: string
    readonly actor: Actor
    readonly permissions: ReadonlySet<Permission>
    /** The business day. */
    readonly today: Day
    /** The instant, as ISO 8601 in UTC. */
    now(): string
    /** Runs in a transaction of the organisation. */
    transaction<Output>(work: (tx: Tx) => Promise<Output>): Promise<Output>
  }

/** The demo company's organisation; it never uses a real mail server. */
export const DEMO_ORGANISATION = 'Démonstration'

export type DeskRequest = {
  organisationId: string
  actor: Actor
  permissions: ReadonlySet<Permission>
  /** The business day; the clock's when absent. */
  today?: Day | undefined
  /** Of an organisation that is about to become the demo company. */
  demo?: boolean | undefined
}

/** Opens a desk in an organisation that exists. Rates are those recorded so far. */
export async function openDesk(app: App, request: DeskRequest): Promise<Desk> {
  const { organisationId, actor, permissions } = request
  const { clock, ways, ...shared } = app
  const transaction = <Output>(work: (tx: Tx) => Promise<Output>) =>
    app.database.transaction(organisationId, work)
  const { name, recorded } = await transaction(async tx => ({
    name: (await readOrganisation(tx)).name,
    recorded: await recordedRates(tx, app.country.code),
  }))
  const isDemo = request.demo === true || name === DEMO_ORGANISATION
  return {
    ...shared,
    ...(isDemo ? ways.demo : ways.real),
    country: { ...app.country, rates: app.country.rateBook(recorded) },
    organisationId,
    actor,
    permissions,
    today: request.today ?? clock.today(),
    now: clock.now,
    transaction,
  }
}

/** The same desk, for what a part of Quittance does by itself or a provider tells. */
export function actingAs(desk: Desk, actor: Extract<Actor, { kind: 'program' | 'provider' }>): Desk {
  return { ...desk, actor }
}

/** Thrown inside a transaction to give up everything in it: a dry run. */
export class RolledBack extends Error {}

/** Runs in a transaction of the organisation; writes nothing when `dryRun`. */
export async function inTransaction<Output>(
  desk: Desk,
  dryRun: boolean,
  work: (tx: Tx) => Promise<Output>,
): Promise<Output> {
  let output: Output | undefined
  try {
    return await desk.transaction(async tx => {
      output = await work(tx)
      if (dryRun) throw new RolledBack()
      return output
    })
  } catch (error) {
    if (error instanceof RolledBack) return output as Output
    throw error
  }
}

/** Thrown in `wholeOrRefused` to refuse all of it: what was written before is taken back. */
export class GivenUp extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.refused)
    this.refused = refused
  }
}

/** Runs in a transaction of the organisation: all of the work is done, or none and the refusal is the answer. */
export async function wholeOrRefused<Output>(
  desk: Desk,
  work: (tx: Tx) => Promise<Output>,
): Promise<Output | Refused> {
  try {
    return await desk.transaction(work)
  } catch (error) {
    if (error instanceof GivenUp) return error.refused
    throw error
  }
}

/** Until the organisation says otherwise, a person sees the first message to each debtor before it leaves. */
const SAFE_START: Settings = { ...DEFAULT_SETTINGS, firstMessage: 'to-confirm' }

/** Read in the transaction that decides by them, so that both are of one moment. */
export async function organisationOf(tx: Tx): Promise<{ organisation: Organisation; settings: Settings }> {
  const organisation = await readOrganisation(tx)
  const changes = Object.entries(organisation.settings).map(([name, value]) => settingFrom(name, value))
  return {
    organisation,
    settings: Object.assign({}, SAFE_START, ...changes.filter(Boolean)) as Settings,
  }
}
