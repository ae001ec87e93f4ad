import { INVOICE_SENT } from '../../domain/action.ts'
import { claimsInterest } from '../../domain/claim/claim-totals.ts'
import { addDays, type Day, day } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import { REJECTED_STEP } from '../../domain/decide/rejected-payment.ts'
import type { Language } from '../../domain/language.ts'
import type { Country } from '../../domain/law/country.ts'
import type { Medium } from '../../domain/law/texts.ts'
import { cents } from '../../domain/money.ts'
import type { ChannelName, Scenario, Stage, Step } from '../../domain/scenario.ts'
import { MEDIA } from '../email/message.ts'
import type { MessageInput } from '../text/message-data.ts'

/** A message that the product may have to write: one step of a scenario, one channel, one language, one kind of debtor. */
export type ShippedMessage = {
  readonly scenario: string
  readonly step: string
  readonly stage: Stage
  readonly channel: ChannelName
  readonly medium: Medium
  readonly language: Language
  readonly kind: DebtorKind
}

type ScenariosAndTexts = Pick<Country, 'scenarios' | 'scenarioFor' | 'texts'>

const KINDS: readonly DebtorKind[] = ['business', 'consumer', 'public-body']
/** The step of no scenario: an invoice sent because a person asks for it. */
const SENT: Pick<Step, 'id' | 'stage' | 'channel' | 'fallbacks'> = {
  id: INVOICE_SENT,
  stage: 'preventive',
  channel: 'email',
  fallbacks: [],
}

/** Every message of every scenario of a country, on each step's channel and fallbacks. */
export function shippedMessages(country: ScenariosAndTexts): ShippedMessage[] {
  return [...country.scenarios.values()].flatMap(scenario =>
    [...scenario.steps, REJECTED_STEP, ...(scenario.firstLetter === undefined ? [SENT] : [])].flatMap(step =>
      [step.channel, ...step.fallbacks].flatMap(channel =>
        country.texts.languages.flatMap(language =>
          kindsOf(country, scenario).map(kind => ({
            scenario: scenario.id,
            step: step.id,
            stage: step.stage,
            channel,
            medium: MEDIA[channel],
            language,
            kind,
          })),
        ),
      ),
    ),
  )
}

/** A scenario that the country keeps for consumers or for public bodies meets them alone; the others may meet any. */
function kindsOf({ scenarioFor }: Pick<Country, 'scenarioFor'>, { id }: Scenario): readonly DebtorKind[] {
  if (id === scenarioFor('business')) return KINDS
  const kept = KINDS.filter(kind => scenarioFor(kind) === id)
  return kept.length > 0 ? kept : KINDS
}

type Asked = Pick<ShippedMessage, 'step' | 'stage' | 'channel' | 'language' | 'kind'> & {
  /** Written by an agency; its first letter bears a reference of its own. */
  readonly agency: 'first-letter' | 'later' | null
}

const FIRST = {
  invoice: 'F-2026-0114',
  name: 'F-2026-0114',
  issuedOn: day('2026-01-15'),
  dueOn: day('2026-02-13'),
  amountCents: cents(1_200_00),
  balanceCents: cents(1_200_00),
}
const SECOND = {
  invoice: 'F-2026-0098',
  name: 'F-2026-0098/2',
  issuedOn: day('2025-12-01'),
  dueOn: day('2026-02-01'),
  amountCents: cents(2_468_24),
  balanceCents: cents(1_234_56),
}
const THIRD = {
  ...FIRST,
  invoice: 'F-2026-0131',
  name: 'F-2026-0131',
  dueOn: day('2026-03-12'),
  delayDays: 13,
  amountCents: cents(310_00),
  balanceCents: cents(310_00),
}
const NAMES: Readonly<Record<DebtorKind, string>> = {
  business: 'Durand SARL',
  consumer: 'Camille Petit',
  'public-body': 'Ville de Saint-Aubin',
}

/** Two invoices, one paid in part, a credit, a broken promise, a claim at the stages that have one: all that a text may name there. */
export function sampleMessage(asked: Asked, today: Day): MessageInput {
  const { step, stage, channel, language, kind, agency } = asked
  const claims = agency !== null || claimsInterest(stage)
  return {
    step,
    stage,
    channel,
    today,
    currency: 'EUR',
    creditor: {
      name: 'Atelier Nord',
      email: 'compta@atelier-nord.example',
      phone: '01 02 03 04 05',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      address: '12 rue des Lilas, 59000 Lille',
      siren: '732829320',
      signatory: 'Anne Morel, gérante',
    },
    debtor: { name: NAMES[kind], kind, address: '3 place du Marché, 59800 Lille' },
    contact: { name: 'Camille Durand', language },
    items: [SECOND, FIRST].map(item => ({ ...item, delayDays: today - item.dueOn })),
    totals: {
      askedCents: cents(2_384_56),
      creditCents: cents(50_00),
      disputedCents: cents(0),
      ...(claims && { interestCents: cents(33_29), indemnityCents: cents(80_00) }),
    },
    ...(stage === 'formal-notice' && !agency && { others: [THIRD] }),
    brokenPromise: { amountCents: cents(1_200_00), by: day('2026-03-01') },
    noticeDays: 8,
    documents: { attached: [SECOND.invoice, FIRST.invoice], onRequest: [] },
    ...(agency && { agency: SAMPLE_AGENCY }),
    ...(agency === 'first-letter' && { reference: '12-3' }),
    ...(agency === 'later' && { firstLetters: [{ reference: '12-3', on: day('2026-02-16') }] }),
  }
}

/** The same with one invoice, not due before tomorrow, and only what no message can do without. */
export function barestMessage(asked: Asked, today: Day): MessageInput {
  const { brokenPromise: _, documents: __, ...full } = sampleMessage(asked, today)
  const item = { ...FIRST, dueOn: addDays(today, asked.stage === 'preventive' ? 1 : -1) }
  const { email: _email, phone: _phone, siren: _siren, ...creditor } = full.creditor
  return {
    ...full,
    creditor,
    contact: { language: asked.language },
    ...(asked.step === INVOICE_SENT && { documents: { attached: [item.invoice], onRequest: [] } }),
    items: [{ ...item, delayDays: today - item.dueOn }],
    totals: { ...full.totals, askedCents: cents(1_200_00), creditCents: cents(0) },
  }
}

/** How an agency writes this step: null when the scenario is a creditor's own. */
export function agencyPartOf(
  { scenarios }: Pick<Country, 'scenarios'>,
  { scenario, step }: Pick<ShippedMessage, 'scenario' | 'step'>,
): Asked['agency'] {
  const firstLetter = scenarios.get(scenario)?.firstLetter
  if (firstLetter === undefined) return null
  return firstLetter === step ? 'first-letter' : 'later'
}

const SAMPLE_AGENCY = {
  name: 'Recouvrement du Nord',
  address: '8 boulevard Carnot, 59000 Lille',
  email: 'dossiers@recouvrement-nord.example',
  phone: '03 20 11 22 33',
  iban: 'FR7630006000011234567890189',
  insurance: 'Mutuelle des Cabinets, police 4512',
  signatory: 'Paul Lemaire, directeur',
}
