/** The words under which codes are shown to people, in both languages. Longer explanations: docs/codes.md. */
import type { ActionStatus } from '../domain/action.ts'
import type { BadDebtStatus } from '../domain/bad-debt.ts'
import type { BankStatus } from '../domain/bank-payment.ts'
import type { CallOutcome, NonPaymentCause } from '../domain/call.ts'
import type { ClosingReason } from '../domain/case.ts'
import type { ClaimWarningCode } from '../domain/claim-warning.ts'
import type { DebtorKind, DebtorStatus } from '../domain/debtor.ts'
import type { SkipCode } from '../domain/decision.ts'
import type { HoldReason } from '../domain/hold.ts'
import type { Procedure } from '../domain/insolvency.ts'
import type { LimitationStart } from '../domain/limitation.ts'
import type { MatchCode, MatchStatus } from '../domain/match.ts'
import type { PostalStatus, ProofKind } from '../domain/posting.ts'
import type { PromiseStatus } from '../domain/promise.ts'
import type { RateSeries, RateStatus } from '../domain/rate.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import type { ChannelName, Mode, Stage } from '../domain/scenario.ts'
import type { TaskCode } from '../domain/task.ts'
import type { TermsWarning } from '../domain/term-law.ts'
import type { Phrase } from './language.ts'

export const DEBTOR_KINDS: Record<DebtorKind, Phrase> = {
  business: { fr: 'entreprise', en: 'business' },
  consumer: { fr: 'particulier', en: 'consumer' },
  'public-body': { fr: 'organisme public', en: 'public body' },
}

export const DEBTOR_STATUSES: Record<DebtorStatus, Phrase> = {
  association: { fr: 'association', en: 'association' },
  'co-ownership': { fr: 'copropriété', en: 'co-ownership' },
}

export const PROCEDURES: Record<Procedure, Phrase> = {
  safeguard: { fr: 'sauvegarde', en: 'safeguard (sauvegarde)' },
  receivership: { fr: 'redressement judiciaire', en: 'receivership (redressement judiciaire)' },
  liquidation: { fr: 'liquidation judiciaire', en: 'liquidation (liquidation judiciaire)' },
}

export const STATUSES: Record<ActionStatus, Phrase> = {
  planned: { fr: 'en route', en: 'on its way' },
  open: { fr: 'à faire', en: 'to do' },
  proposed: { fr: 'à valider', en: 'to be agreed' },
  agreed: { fr: 'validée', en: 'agreed' },
  refused: { fr: 'refusée', en: 'refused' },
  done: { fr: 'faite', en: 'done' },
  failed: { fr: 'échouée', en: 'failed' },
  cancelled: { fr: 'annulée', en: 'cancelled' },
  lapsed: { fr: 'manquée', en: 'missed' },
  uncertain: { fr: 'incertaine', en: 'uncertain' },
}

export const CALL_OUTCOMES: Record<CallOutcome, Phrase> = {
  reached: { fr: 'joint', en: 'reached' },
  'message-left': { fr: 'message laissé', en: 'message left' },
  'wrong-number': { fr: 'mauvais numéro', en: 'wrong number' },
  promise: { fr: 'promet de payer', en: 'promises to pay' },
  dispute: { fr: 'conteste', en: 'disputes' },
  refuses: { fr: 'refuse de payer', en: 'refuses to pay' },
  'call-back': { fr: 'à rappeler', en: 'to be called back' },
}

export const CAUSES: Record<NonPaymentCause, Phrase> = {
  oversight: { fr: 'oubli', en: 'oversight' },
  'invoice-not-received': { fr: 'facture non reçue', en: 'invoice not received' },
  'wrong-bank-details': { fr: 'coordonnées bancaires erronées', en: 'wrong bank details' },
  'insufficient-funds': { fr: 'provision insuffisante', en: 'insufficient funds' },
  'mandate-not-returned': { fr: 'mandat de prélèvement non retourné', en: 'mandate not returned' },
  'expired-card': { fr: 'carte expirée', en: 'expired card' },
  administrative: { fr: 'blocage administratif', en: 'administrative' },
  'financial-difficulty': { fr: 'difficulté financière', en: 'financial difficulty' },
  dispute: { fr: 'litige', en: 'dispute' },
  refusal: { fr: 'refus de payer', en: 'refusal' },
  unreachable: { fr: 'injoignable', en: 'unreachable' },
  other: { fr: 'autre', en: 'other' },
}

export const POSTAL_STATUSES: Record<PostalStatus, Phrase> = {
  posted: { fr: 'postée', en: 'posted' },
  presented: { fr: 'présentée', en: 'presented' },
  received: { fr: 'reçue', en: 'received' },
  refused: { fr: 'refusée', en: 'refused' },
  unclaimed: { fr: 'non réclamée', en: 'unclaimed' },
  'wrong-address': { fr: 'adresse incorrecte', en: 'wrong address' },
  returned: {
    fr: 'retournée, motif à lire sur le pli',
    en: 'returned, for a reason to be read on the envelope',
  },
}

export const PROOFS: Record<ProofKind, Phrase> = {
  letter: { fr: 'lettre postée', en: 'letter as posted' },
  deposit: { fr: 'preuve de dépôt', en: 'proof of deposit' },
  receipt: { fr: 'avis de réception', en: 'acknowledgement of receipt' },
  return: { fr: 'pli retourné', en: 'envelope that came back' },
}

export const CHANNELS: Record<ChannelName, Phrase> = {
  email: { fr: 'e-mail', en: 'e-mail' },
  sms: { fr: 'SMS', en: 'text message' },
  call: { fr: 'appel', en: 'call' },
  letter: { fr: 'courrier', en: 'letter' },
  'registered-letter': { fr: 'lettre recommandée', en: 'registered letter' },
  task: { fr: 'tâche', en: 'task' },
}

export const STAGES: Record<Stage, Phrase> = {
  preventive: { fr: 'préventive', en: 'preventive' },
  'level-1': { fr: 'niveau 1', en: 'level 1' },
  'level-2': { fr: 'niveau 2', en: 'level 2' },
  'level-3': { fr: 'niveau 3', en: 'level 3' },
  'formal-notice': { fr: 'mise en demeure', en: 'formal notice' },
  litigation: { fr: 'contentieux', en: 'litigation' },
}

export const MODES: Record<Mode, Phrase> = {
  automatic: { fr: 'automatique', en: 'automatic' },
  manual: { fr: 'à faire par une personne', en: 'to be done by a person' },
  'to-confirm': { fr: 'à confirmer par une personne', en: 'to be confirmed by a person' },
  approval: { fr: 'à approuver par une personne', en: 'to be approved by a person' },
}

export const HOLDS: Record<HoldReason, Phrase> = {
  'draft-accepted': { fr: 'traite acceptée', en: 'draft accepted' },
  factored: { fr: 'cédée à un factor', en: 'assigned to a factor' },
  retention: { fr: 'retenue de garantie', en: 'retention guarantee' },
  'small-claims': {
    fr: 'petites créances : procédure en cours',
    en: 'small-claims procedure under way',
  },
  mediation: { fr: 'médiation ou conciliation convenue', en: 'mediation or conciliation agreed' },
  'over-indebtedness': { fr: 'surendettement', en: 'over-indebtedness' },
  'time-barred': { fr: 'prescrite', en: 'time-barred' },
  pause: { fr: 'dossier en pause', en: 'case paused' },
  'reply-unread': { fr: 'réponse à lire', en: 'reply to be read' },
  'direct-debit': { fr: 'prélèvement en cours', en: 'direct debit under way' },
  insolvency: { fr: 'procédure collective', en: 'insolvency' },
  dispute: { fr: 'litige', en: 'dispute' },
  promise: { fr: 'promesse de règlement', en: 'promise to pay' },
  plan: { fr: 'échéancier', en: 'payment plan' },
  'no-due-date': { fr: 'échéance inconnue', en: 'due date unknown' },
  'unconfirmed-due-date': {
    fr: 'échéance supposée, à confirmer',
    en: 'assumed due date, to be confirmed',
  },
  'credit-balance': { fr: 'crédit à rembourser ou à lettrer', en: 'credit to refund or allocate' },
  'approval-refused': { fr: 'approbation refusée', en: 'approval refused' },
  'stale-bank-data': { fr: 'données bancaires trop anciennes', en: 'bank data too old' },
}

export const TASKS: Record<TaskCode, Phrase> = {
  'fix-contact': { fr: 'trouver une adresse valable', en: 'find a valid address' },
  unconfirmed: {
    fr: 'une proposition attend depuis cinq jours ouvrés',
    en: 'a proposal has waited for five working days',
  },
  'refund-or-allocate': { fr: 'rembourser ou lettrer le crédit', en: 'refund or allocate the credit' },
  'below-minimum': { fr: 'décider malgré le petit montant', en: 'decide in spite of the small amount' },
  'plan-broken': { fr: "l'échéancier n'est plus respecté", en: 'the payment plan is no longer kept' },
  'due-date-missing': { fr: "noter la date d'échéance", en: 'enter the due date' },
  'confirm-due-date': { fr: "confirmer la date d'échéance supposée", en: 'confirm the assumed due date' },
  'uncertain-message': { fr: 'vérifier si le message est parti', en: 'check whether the message left' },
  'limitation-in-6-months': {
    fr: 'prescription dans moins de six mois',
    en: 'time-barred in less than six months',
  },
  'limitation-in-3-months': {
    fr: 'prescription dans moins de trois mois : agir en justice ou faire reconnaître la dette',
    en: 'time-barred in less than three months: go to court, or have the debt acknowledged',
  },
  'declare-to-insurer': {
    fr: "déclarer l'impayé à l'assureur-crédit",
    en: 'declare the unpaid item to the credit insurer',
  },
  'set-off': {
    fr: 'proposer une compensation : nous devons aussi à ce débiteur',
    en: 'propose a set-off: we owe this debtor too',
  },
  'declare-claim': {
    fr: 'déclarer la créance au mandataire judiciaire',
    en: 'declare the claim to the mandataire judiciaire',
  },
  'declaration-due-soon': {
    fr: 'déclarer la créance : moins de quinze jours',
    en: 'declare the claim: fifteen days at most',
  },
  'declaration-missed': {
    fr: 'créance non déclarée à temps : demander le relevé de forclusion',
    en: 'claim not declared in time: ask for relief from foreclosure',
  },
}

export const SKIPS: Record<SkipCode, Phrase> = {
  'below-minimum': { fr: 'montant trop faible', en: 'amount too small' },
  entry: { fr: 'déjà en retard à son arrivée', en: 'already late when it came in' },
}

export const CLOSINGS: Record<ClosingReason, Phrase> = {
  paid: { fr: 'tout est réglé', en: 'everything is paid' },
  settled: { fr: 'soldé, une partie par abandon', en: 'settled, a part of it by write-off' },
}

export const PROMISES: Record<PromiseStatus, Phrase> = {
  pending: { fr: 'promis, attendus', en: 'promised, awaited' },
  kept: { fr: 'promis et réglés', en: 'promised and paid' },
  late: { fr: 'promis et réglés en retard', en: 'promised and paid late' },
  broken: { fr: 'promis, non réglés', en: 'promised, not paid' },
  cancelled: { fr: 'promis, remplacés par une autre promesse', en: 'promised, replaced by another promise' },
}

export const LIMITATION_STARTS: Record<LimitationStart, Phrase> = {
  'due-date': { fr: 'échéance', en: 'due date' },
  'part-payment': { fr: 'règlement partiel', en: 'part payment' },
  acknowledgement: { fr: 'reconnaissance de dette', en: 'acknowledgement' },
  plan: { fr: 'échéancier', en: 'payment plan' },
  'formal-notice': { fr: 'mise en demeure', en: 'formal notice' },
  'legal-action': { fr: 'action en justice', en: 'legal action' },
  declaration: { fr: 'déclaration de créance', en: 'declaration of the claim' },
  judgment: { fr: 'jugement exécutoire', en: 'enforceable judgment' },
}

export const BAD_DEBTS: Record<BadDebtStatus, Phrase> = {
  doubtful: { fr: 'douteuse', en: 'doubtful' },
  impaired: { fr: 'dépréciée', en: 'impaired' },
  lost: { fr: 'perdue', en: 'lost' },
  recovered: { fr: 'réglée après tout', en: 'paid after all' },
}

/** Where the command line says it in English; in French a refusal has words of its own, with names. */
export const REFUSALS: Record<RefusalCode, Phrase> = {
  'unknown-item': { fr: "cette facture n'est pas dans le dossier", en: 'the case has no such invoice' },
  'unknown-step': { fr: "cette étape n'est pas dans le scénario", en: 'the scenario has no such step' },
  'no-such-action': { fr: "aucune action de ce genre n'attend", en: 'no such action is waiting' },
  'invoice-exists': {
    fr: 'cette facture est déjà dans le dossier',
    en: 'the case has this invoice already',
  },
  'nothing-open': {
    fr: "rien n'est ouvert : tout est soldé ou rien n'est échu",
    en: 'nothing is open: all is settled, or nothing is overdue; name the invoices',
  },
  'amount-too-high': {
    fr: 'le montant dépasse ce qui a été reçu',
    en: 'the amount is more than what was received',
  },
  'amount-of-one-item': {
    fr: 'plusieurs factures sont concernées : dites de laquelle est ce montant',
    en: 'several invoices are concerned: say which one the amount is of',
  },
  'date-in-the-past': { fr: 'la date est déjà passée', en: 'the date is past already' },
  'already-noted': {
    fr: 'cette créance est déjà notée douteuse',
    en: 'this claim is noted as doubtful already',
  },
  'not-doubtful': {
    fr: "cette créance n'est pas notée douteuse : notez d'abord « doubtful »",
    en: 'this claim is not noted as doubtful: record "doubtful" first',
  },
  'tax-unknown': {
    fr: "la TVA de cette facture n'est pas connue : notez-la par « tax FACTURE MONTANT »",
    en: 'the VAT of this invoice is not known: record it with "tax INVOICE AMOUNT" (0.00 where there is none)',
  },
  'tax-too-high': {
    fr: 'la TVA dépasse le montant TTC de la facture',
    en: "the VAT is more than the invoice's amount including tax",
  },
  'date-in-the-future': {
    fr: 'la date vient après le jour où elle est notée',
    en: 'the date is after the day on which it is recorded',
  },
  'no-insolvency': {
    fr: 'aucune procédure collective en cours dans ce dossier',
    en: 'the case has no insolvency proceedings under way',
  },
  'costs-of-consumer': {
    fr: 'les frais de recouvrement ne se réclament pas à un particulier',
    en: 'recovery costs are not claimed from a consumer',
  },
  'story-only': {
    fr: "ce fait n'a de sens que dans une histoire",
    en: 'this fact only makes sense in a story',
  },
}

export const RATE_SERIES: Record<RateSeries, Phrase> = {
  ecb: { fr: 'Taux BCE', en: 'ECB rate' },
  'legal-individual': {
    fr: 'Taux d’intérêt légal, créancier particulier',
    en: 'Legal rate, creditor an individual',
  },
  'legal-other': { fr: 'Taux d’intérêt légal, autres cas', en: 'Legal rate, other cases' },
}

export const RATE_STATUSES: Record<RateStatus, Phrase> = {
  checked: { fr: 'vérifié', en: 'checked' },
  'checked-secondary': { fr: 'source secondaire', en: 'secondary source' },
  'two-secondary-sources': { fr: 'deux sources secondaires', en: 'two secondary sources' },
  'single-secondary-source': { fr: 'une seule source secondaire', en: 'a single secondary source' },
  recorded: { fr: 'noté par une personne', en: 'recorded by a person' },
}

export const TERMS_WARNINGS: Record<TermsWarning, Phrase> = {
  'over-legal-maximum': { fr: 'au-delà du plafond légal', en: 'beyond the legal maximum' },
  'over-unverified-maximum': {
    fr: 'au-delà d’un plafond de secteur qui reste à vérifier',
    en: 'beyond a maximum of the sector that remains to be checked',
  },
  'due-before-issue': { fr: 'l’échéance précède la date de facture', en: 'due before the date of issue' },
  'due-date-not-stated': {
    fr: 'aucune échéance n’est indiquée : la facture doit en porter une (C. com. L441-9)',
    en: 'no due date is stated: the invoice must carry one (C. com. L441-9)',
  },
  'receipt-assumed': {
    fr: 'la date de réception compte et n’est pas donnée : la date de facture en tient lieu',
    en: 'the day of receipt counts and is not given: the day of issue stands for it',
  },
}

export const CLAIM_WARNINGS: Record<ClaimWarningCode, Phrase> = {
  'below-legal-floor': {
    fr: 'taux du contrat sous le minimum légal, trois fois le taux d’intérêt légal (C. com. L441-10 II)',
    en: 'contract rate under the legal floor, three times the legal rate (C. com. L441-10 II)',
  },
  'legal-floor-unknown': {
    fr: 'taux du contrat non vérifié : le taux d’intérêt légal n’est pas connu',
    en: 'contract rate not checked: the legal rate is not known',
  },
}

export const MATCH_STATUSES: Record<MatchStatus, Phrase> = {
  matched: { fr: 'rapproché', en: 'matched' },
  suggested: { fr: 'à confirmer', en: 'suggested' },
  unmatched: { fr: 'non rapproché', en: 'unmatched' },
}

/** What became of money received: matched or not, or set aside by a person. */
export const BANK_STATUSES: Record<BankStatus, Phrase> = {
  ...MATCH_STATUSES,
  refused: { fr: 'écarté', en: 'set aside' },
}

/** What is said of a match beside what matching says. */
export const MATCH_REMARKS: Record<'recorded-before' | 'payment-returned' | 'agreed-by-person', Phrase> = {
  'recorded-before': { fr: 'règlement déjà saisi', en: 'payment recorded before' },
  'payment-returned': { fr: 'règlement revenu', en: 'payment returned' },
  'agreed-by-person': { fr: 'validé par une personne', en: 'agreed by a person' },
}

export const MATCH_CODES: Record<MatchCode, Phrase> = {
  reference: { fr: 'numéro lu dans le libellé', en: 'number read in the label' },
  'end-to-end-id': {
    fr: 'numéro lu dans la référence de bout en bout',
    en: 'number read in the end-to-end id',
  },
  'reference-abbreviated': { fr: 'numéros abrégés complétés', en: 'abbreviated numbers completed' },
  'reference-cut': { fr: 'numéro coupé par la banque', en: 'number cut by the bank' },
  'known-iban': { fr: 'IBAN connu', en: 'known IBAN' },
  'name-alike': { fr: 'nom ressemblant', en: 'name alike' },
  'amount-equal': { fr: 'montant exact', en: 'exact amount' },
  'whole-balance': { fr: 'solde entier du compte', en: 'whole balance of the account' },
  'only-combination': { fr: 'seule combinaison de ce montant', en: 'only combination of that amount' },
  'credit-note-netted': { fr: 'avoir déduit', en: 'credit note deducted' },
  'within-tolerance': { fr: 'écart toléré', en: 'difference within tolerance' },
  'part-payment': { fr: 'règlement partiel', en: 'part payment' },
  'over-payment': { fr: 'trop-perçu', en: 'over-payment' },
  'oldest-first': { fr: 'les plus anciennes d’abord', en: 'oldest first' },
  'already-paid': { fr: 'déjà réglée', en: 'paid already' },
  'only-item-of-that-amount': { fr: 'seule facture de ce montant', en: 'only invoice of that amount' },
}
