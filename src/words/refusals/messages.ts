/** A message or a paper that can't be written, and a sum that no code can pay. */
import type { ChannelName } from '../../domain/scenario.ts'
import { findingsText } from '../findings.ts'
import { type Language, phrases } from '../language.ts'
import { missingText } from '../missing.ts'
import { PAYMENT_CODE_FAULTS } from '../problems/payment-code.ts'
import { PAPERS } from '../words.ts'

/** By the names of `missing.ts`. */
type Lacks = { lacks: readonly string[] }
/** An action as people name it, or the step or the invoice that the message would be of. */
type OfMessage = { message: string }
type OfPaper = { paper: keyof typeof PAPERS }
type Findings = { findings: Parameters<typeof findingsText>[0] }
type OnPaper = { channel: ChannelName }
type OfCase = { case: string }
/** By its title and its addressee. */
type OfLetter = { letter: string; to: string }

export const MESSAGE_REFUSALS = phrases(
  {
    'message-lacks': {
      message: ({ message, lacks }: OfMessage & Lacks) =>
        `le message ${message} n’est pas écrit : il manque ${missingText(lacks, 'fr')}`,
      paper: ({ paper, lacks }: OfPaper & Lacks) =>
        `${PAPERS[paper].fr} : pas écrit, il manque ${missingText(lacks, 'fr')}`,
    },
    'notice-lacks': ({ message, lacks }: OfMessage & Lacks) =>
      `le message ${message} n’est pas écrit : il manque ${missingText(lacks, 'fr')}`,
    'unlawful-wording': {
      message: ({ message, findings }: OfMessage & Findings) =>
        `le message ${message} n’est pas écrit : ${findingsText(findings, 'fr')}`,
      paper: ({ paper, findings }: OfPaper & Findings) =>
        `${PAPERS[paper].fr} : pas écrit, ${findingsText(findings, 'fr')}`,
    },
    'not-a-letter': {
      print: ({ action, channel }: { action: string } & OnPaper) =>
        `l'action ${action} n'est pas une lettre (${channel})`,
      post: ({ action }: { action: string }) => `l'action ${action} n'est pas une lettre`,
      step: ({ step, channel }: { step: string } & OnPaper) =>
        `l'étape ${step} ne passe pas par le papier (${channel})`,
    },
    unprintable: {
      characters: ({ letter, to, characters }: OfLetter & { characters: readonly string[] }) =>
        `« ${letter} » à ${to} : la police n'a pas les caractères ${characters.join(' ')} ; écrivez-les en lettres latines, grecques ou cyrilliques`,
      address: ({ letter, to }: OfLetter) =>
        `« ${letter} » : l'adresse de ${to} ne tient pas dans la fenêtre de l'enveloppe (six lignes) ; abrégez-la`,
      failure: ({ letter, to, reason }: OfLetter & { reason: string }) =>
        `« ${letter} » à ${to} n'a pas pu être imprimée : ${reason}`,
    },
    'no-plan': ({ case: id }: OfCase) => `aucun échéancier en cours pour ${id}`,
    'plan-forbidden': ({ case: id }: OfCase) =>
      `${id} est sous procédure collective ou de surendettement : les créances antérieures ne se paient pas par échéancier`,
    'iban-missing': 'aucun IBAN où payer',
    'nothing-to-pay': ({ about }: { about: string }) =>
      `rien à payer par virement pour « ${about} » : soldé, contesté, couvert par un crédit, ou suspendu`,
    'qr-not-in-euros': ({ case: id }: OfCase) =>
      `${id} n'est pas en euros : un QR code de virement SEPA n'en connaît pas d'autre`,
    ...faults('fr'),
  },
  {
    'message-lacks': {
      message: ({ message, lacks }) =>
        `message ${message} is not written: it lacks ${missingText(lacks, 'en')}`,
      paper: ({ paper, lacks }) => `${PAPERS[paper].en}: not written, it lacks ${missingText(lacks, 'en')}`,
    },
    'notice-lacks': ({ message, lacks }) =>
      `message ${message} is not written: it lacks ${missingText(lacks, 'en')}`,
    'unlawful-wording': {
      message: ({ message, findings }) =>
        `message ${message} is not written: ${findingsText(findings, 'en')}`,
      paper: ({ paper, findings }) => `${PAPERS[paper].en}: not written, ${findingsText(findings, 'en')}`,
    },
    'not-a-letter': {
      print: ({ action, channel }) => `action ${action} is not a letter (${channel})`,
      post: ({ action }) => `action ${action} is not a letter`,
      step: ({ step, channel }) => `step ${step} does not go on paper (${channel})`,
    },
    unprintable: {
      characters: ({ letter, to, characters }) =>
        `"${letter}" to ${to}: the font lacks the characters ${characters.join(' ')}; write them in Latin, Greek or Cyrillic letters`,
      address: ({ letter, to }) =>
        `"${letter}": the address of ${to} does not fit the window of the envelope (six lines); make it shorter`,
      failure: ({ letter, to, reason }) => `"${letter}" to ${to} could not be printed: ${reason}`,
    },
    'no-plan': ({ case: id }) => `no payment plan in force for ${id}`,
    'plan-forbidden': ({ case: id }) =>
      `${id} is under insolvency or over-indebtedness proceedings: earlier claims are not paid by a plan`,
    'iban-missing': 'no IBAN to pay on',
    'nothing-to-pay': ({ about }) =>
      `nothing to pay by transfer for "${about}": settled, disputed, covered by a credit, or held`,
    'qr-not-in-euros': ({ case: id }) =>
      `${id} is not in euros: the QR code of a SEPA transfer knows no other currency`,
    ...faults('en'),
  },
)

function faults(language: Language) {
  const said = Object.entries(PAYMENT_CODE_FAULTS).map(([code, words]) => [code, words[language]])
  return Object.fromEntries(said) as Record<keyof typeof PAYMENT_CODE_FAULTS, string>
}
