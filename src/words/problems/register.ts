/** What is wrong with notices of the BODACC, with a file of tracking numbers, or with a table of SEPA mandates. */
import { phrases } from '../language.ts'
import { IDENTIFIER_FAULTS, type IdentifierFault } from './identifier-faults.ts'

type Notice = { notice: string }
type Numbered = { text: string; fault: IdentifierFault }
type Choice = { text: string; known: readonly string[] }

/** Sentences about a mandate have neither capital nor full stop: they are told one after the other. */
export const REGISTER_PROBLEMS = phrases(
  {
    'not-bodacc': ({ file }: { file: string }) =>
      `« ${file} » n'est pas un fichier d'annonces du BODACC : prenez l'export JSON de ses données ouvertes.`,
    'bad-json': {
      file: ({ file }: { file: string }) =>
        `« ${file} » n'est pas du JSON complet : il a sans doute été coupé, téléchargez-le à nouveau.`,
      notice: ({ rank }: { rank: number }) =>
        `L'annonce n° ${rank} ne se lit pas : ce n'est pas un objet JSON complet.`,
    },
    'not-an-object': ({ rank }: { rank: number }) =>
      `L'annonce n° ${rank} ne se lit pas : ce n'est pas un objet JSON complet.`,
    'no-notice-id': ({ rank }: { rank: number }) =>
      `L'annonce n° ${rank} n'a pas d'identifiant : elle est laissée.`,
    'no-judgment-date': ({ notice }: Notice) =>
      `L'annonce ${notice} ne dit pas la date du jugement : lisez-la.`,
    'no-publication-date': ({ notice }: Notice) =>
      `L'annonce ${notice} ne dit pas quand le jugement a été publié d'abord.`,
    'bad-jugement': ({ notice }: Notice) =>
      `L'annonce ${notice} ne se lit pas en entier (le jugement) : lisez-la.`,
    'bad-listepersonnes': ({ notice }: Notice) =>
      `L'annonce ${notice} ne se lit pas en entier (les personnes) : lisez-la.`,
    'no-letter': () => 'Ni numéro de lettre, ni numéro de suivi.',
    'bad-tracking-number': ({ text }: { text: string }) => `« ${text} » n'est pas un numéro de suivi.`,
    'unknown-status': ({ text }: { text: string }) =>
      `Statut « ${text} » inconnu : posté, présenté, reçu, refusé, non réclamé, adresse incorrecte ou retourné.`,
    'bad-iban': {
      number: ({ text, fault }: Numbered) => `IBAN « ${text} » : ${IDENTIFIER_FAULTS[fault].fr}`,
      'outside-sepa': ({ text }: { text: string }) =>
        `IBAN « ${text} » : son pays n’est pas dans la zone SEPA`,
    },
    'bad-bic': ({ text, fault }: Numbered) => `BIC « ${text} » : ${IDENTIFIER_FAULTS[fault].fr}`,
    'bad-reference': ({ text }: { text: string }) =>
      `référence « ${text} » : 1 à 35 lettres sans accent, chiffres, / - ? : ( ) . , ' +`,
    'bad-sequence': ({ text, known }: Choice) => `séquence « ${text} » : ${known.join(', ')}`,
    'bad-scheme': ({ text, known }: Choice) => `schéma « ${text} » : ${known.join(' ou ')}`,
    'mandate-twice': ({ debtor }: { debtor: string }) => `${debtor} a deux mandats : gardez celui qui sert`,
  },
  {
    'not-bodacc': ({ file }) =>
      `"${file}" is not a file of BODACC notices: take the JSON export of its open data.`,
    'bad-json': {
      file: ({ file }) => `"${file}" is not whole JSON: it was probably cut short, download it again.`,
      notice: ({ rank }) => `Notice no. ${rank} cannot be read: it is not a whole JSON object.`,
    },
    'not-an-object': ({ rank }) => `Notice no. ${rank} cannot be read: it is not a whole JSON object.`,
    'no-notice-id': ({ rank }) => `Notice no. ${rank} has no identifier: it is left out.`,
    'no-judgment-date': ({ notice }) =>
      `The notice ${notice} does not say the date of the judgment: read it.`,
    'no-publication-date': ({ notice }) =>
      `The notice ${notice} does not say when the judgment was first published.`,
    'bad-jugement': ({ notice }) =>
      `The notice ${notice} cannot be read whole (the judgment): read it yourself.`,
    'bad-listepersonnes': ({ notice }) =>
      `The notice ${notice} cannot be read whole (the persons): read it yourself.`,
    'no-letter': () => 'Neither the number of a letter nor a tracking number.',
    'bad-tracking-number': ({ text }) => `"${text}" is not a tracking number.`,
    'unknown-status': ({ text }) =>
      `Unknown status "${text}": posted, presented, received, refused, unclaimed, wrong address or returned.`,
    'bad-iban': {
      number: ({ text, fault }) => `IBAN "${text}": ${IDENTIFIER_FAULTS[fault].en}`,
      'outside-sepa': ({ text }) => `IBAN "${text}": its country is outside SEPA`,
    },
    'bad-bic': ({ text, fault }) => `BIC "${text}": ${IDENTIFIER_FAULTS[fault].en}`,
    'bad-reference': ({ text }) =>
      `reference "${text}": 1 to 35 letters without accents, digits, / - ? : ( ) . , ' +`,
    'bad-sequence': ({ text, known }) => `sequence "${text}": ${known.join(', ')}`,
    'bad-scheme': ({ text, known }) => `scheme "${text}": ${known.join(' or ')}`,
    'mandate-twice': ({ debtor }) => `${debtor} has two mandates: keep the one in use`,
  },
)
