/** Why a case can't take a fact, with its names, amounts and days as facts write them. Longer explanations: docs/codes.md. */
import { cents, formatAmount } from '../domain/money.ts'
import type { Refusal, RefusalParams } from '../domain/refusal.ts'
import { type Phrase, type Sentences, sentenceOf } from './language.ts'

export const REFUSALS: Sentences<RefusalParams> = {
  'unknown-item': {
    fr: ({ item, known }) => `${item} n'est pas dans ce dossier (${list(known) || 'aucune facture'})`,
    en: ({ item, known }) => `${item} is not in this case (${list(known) || 'no invoice'})`,
  },
  'unknown-step': {
    fr: ({ step, scenario, known }) =>
      `l'étape « ${step} » n'est pas dans le scénario ${scenario} (${list(known)})`,
    en: ({ step, scenario, known }) => `step "${step}" is not in the scenario ${scenario} (${list(known)})`,
  },
  'no-such-action': { fr: noSuchActionFr, en: noSuchActionEn },
  'invoice-exists': {
    fr: ({ invoice }) => `la facture ${invoice} existe déjà dans ce dossier`,
    en: ({ invoice }) => `the case has the invoice ${invoice} already`,
  },
  'nothing-open': { fr: nothingOpenFr, en: nothingOpenEn },
  'amount-too-high': {
    fr: p => `${p.item} n'a pas reçu ${amount(p.amountCents)} : rien à rejeter pour ce montant`,
    en: p => `${p.item} did not receive ${amount(p.amountCents)}: no such amount can come back`,
  },
  'amount-of-one-item': {
    fr: ({ items }) => `l'appel concerne ${list(items)} : dites de laquelle ce montant est contesté`,
    en: ({ items }) => `the call is about ${list(items)}: say of which one this amount is disputed`,
  },
  'date-in-the-past': { fr: inThePastFr, en: inThePastEn },
  'date-in-the-future': { fr: inTheFutureFr, en: inTheFutureEn },
  'already-noted': {
    fr: ({ item }) => `${item} est déjà notée douteuse`,
    en: ({ item }) => `${item} is noted as doubtful already`,
  },
  'not-doubtful': {
    fr: ({ item }) => `${item} n'est pas notée douteuse : notez d'abord « doubtful ${item} »`,
    en: ({ item }) => `${item} is not noted as doubtful: record "doubtful ${item}" first`,
  },
  'tax-unknown': {
    fr: ({ invoices }) =>
      `la TVA de ${list(invoices)} n'est pas connue : notez-la d'abord, par exemple « tax ${invoices[0]} 200.00 » (0.00 s'il n'y en a pas)`,
    en: ({ invoices }) =>
      `the VAT of ${list(invoices)} is not known: record it first, for instance "tax ${invoices[0]} 200.00" (0.00 where there is none)`,
  },
  'tax-too-high': {
    fr: p => `la TVA (${amount(p.taxCents)}) dépasse le montant TTC de ${p.item} (${amount(p.amountCents)})`,
    en: p =>
      `the VAT (${amount(p.taxCents)}) is more than the amount of ${p.item} including tax (${amount(p.amountCents)})`,
  },
  'no-insolvency': {
    fr: () => 'aucune procédure collective en cours dans ce dossier',
    en: () => 'the case has no insolvency proceedings under way',
  },
  'costs-of-consumer': {
    fr: () => 'les frais de recouvrement ne se réclament pas à un particulier : rien n’a été noté',
    en: () => 'recovery costs are not claimed from a consumer: nothing was recorded',
  },
  'invoice-on-its-way': {
    fr: ({ invoice }) => `la facture ${invoice} est déjà partie ce jour, ou en chemin`,
    en: ({ invoice }) => `the invoice ${invoice} has left today already, or is on its way`,
  },
  'story-only': {
    fr: ({ fact }) => `« ${fact} » n'a de sens que dans une histoire`,
    en: ({ fact }) => `"${fact}" only makes sense in a story`,
  },
}

export function refusalOfCase({ refused, params }: Refusal): Phrase {
  return sentenceOf(REFUSALS, refused, params)
}

type Past = RefusalParams['date-in-the-past']
type Future = RefusalParams['date-in-the-future']

function noSuchActionFr(p: RefusalParams['no-such-action']): string {
  switch (p.lacking) {
    case 'message':
      return `aucun message n'est parti par ce canal (${p.channel})`
    case 'registered-letter':
      return "aucune lettre recommandée n'est partie dans ce dossier"
    case 'step':
      return `aucune action « ${p.step} » en attente dans ce dossier`
  }
}

function noSuchActionEn(p: RefusalParams['no-such-action']): string {
  switch (p.lacking) {
    case 'message':
      return `no message has left by this channel (${p.channel})`
    case 'registered-letter':
      return 'no registered letter has left in this case'
    case 'step':
      return `no action "${p.step}" is waiting in this case`
  }
}

function nothingOpenFr(p: RefusalParams['nothing-open']): string {
  switch (p.about) {
    case 'item':
      return `${p.item} est déjà soldée`
    case 'invoice':
      return `la facture ${p.invoice} n'a plus de solde`
    case 'call':
      return "tout ce que l'appel concernait est soldé"
    case 'overdue':
      return "rien n'est échu dans ce dossier : nommez les factures"
  }
}

function nothingOpenEn(p: RefusalParams['nothing-open']): string {
  switch (p.about) {
    case 'item':
      return `${p.item} is settled already`
    case 'invoice':
      return `nothing is owed any more of the invoice ${p.invoice}`
    case 'call':
      return 'all that the call was about is settled'
    case 'overdue':
      return 'nothing is overdue in this case: name the invoices'
  }
}

function inThePastFr({ what, date, against }: Past): string {
  switch (what) {
    case 'pause':
      return `la pause finit le ${date}, avant le jour où elle est notée (${against})`
    case 'call-back':
      return `le rappel du ${date} ne vient pas après l'appel (${against}) : donnez un jour à venir`
    case 'publication':
      return `la publication (${date}) précède le jugement (${against})`
    case 'declaration':
      return `la déclaration (${date}) précède le jugement (${against})`
    case 'closing':
      return `la clôture (${date}) précède le jugement (${against})`
  }
}

function inThePastEn({ what, date, against }: Past): string {
  switch (what) {
    case 'pause':
      return `the pause ends on ${date}, before the day on which it is recorded (${against})`
    case 'call-back':
      return `the call back of ${date} does not come after the call (${against}): give a day to come`
    case 'publication':
    case 'declaration':
    case 'closing':
      return `the ${what} (${date}) comes before the judgment (${against})`
  }
}

const WHAT_FR: Record<Exclude<Future['what'], 'event'>, string> = {
  judgment: 'le jugement',
  publication: 'la publication',
  'over-indebtedness': 'la décision',
  performance: "l'exécution",
  declaration: 'la déclaration',
  closing: 'la clôture',
}

const WHAT_EN: Record<Exclude<Future['what'], 'event'>, string> = {
  judgment: 'the judgment',
  publication: 'the publication',
  'over-indebtedness': 'the decision',
  performance: 'the performance',
  declaration: 'the declaration',
  closing: 'the closing',
}

function inTheFutureFr({ what, date, recordedOn }: Future): string {
  return what === 'event'
    ? `le ${date} n'est pas encore venu (${recordedOn})`
    : `${WHAT_FR[what]} (${date}) vient après le jour où elle est notée (${recordedOn})`
}

function inTheFutureEn({ what, date, recordedOn }: Future): string {
  return what === 'event'
    ? `${date} has not come yet (${recordedOn})`
    : `${WHAT_EN[what]} (${date}) comes after the day on which it is recorded (${recordedOn})`
}

function list(names: readonly string[]): string {
  return names.join(', ')
}

function amount(value: number): string {
  return formatAmount(cents(value))
}
