/** Messages and letters that do not leave: all of them, or one that is left out. */
import type { ContactHours } from '../../domain/contact-hours.ts'
import { phrases } from '../language.ts'

type OfAction = { action: string }
type OfDebtor = { debtor: string }
type OfNumber = { number: string }

export const SENDING_REFUSALS = phrases(
  {
    'delivery-under-way': 'un autre envoi est en cours ; réessayez dans un instant',
    'sending-off': 'envois retenus',
    'no-text-provider': 'aucun prestataire de SMS : donnez ses clés (docs/posting.md)',
    'no-postal-provider': 'aucun prestataire postal : donnez ses clés (docs/posting.md)',
    'quiet-hours': ({ hours }: { hours: ContactHours }) =>
      `pas de SMS à cette heure : un jour ouvré, ${hours.map(([from, until]) => `de ${hourFr(from)} à ${hourFr(until)}`).join(' ou ')}`,
    'address-of-debtor': ({ email }: { email: string }) =>
      `${email} est une adresse du débiteur : un essai ne va qu’à l’une des vôtres`,
    'test-not-sent': ({ reason }: { reason: string }) => `l’essai n’est pas parti : ${reason}`,
    'not-left': ({ action }: OfAction) => `aucun e-mail n'est parti pour l'action ${action}`,
    'no-proof': ({ action }: OfAction) => `la lettre ${action} n'a pas encore cette pièce`,
    'number-of-one-letter': 'un numéro de suivi est celui d’une seule lettre : cochez-les une à une',
    'unknown-tracking-number': {
      none: ({ number }: OfNumber) =>
        `aucune lettre ne porte le numéro ${number} : ajoutez la colonne « action » (12-3)`,
      several: ({ number }: OfNumber) =>
        `plusieurs lettres portent le numéro ${number} : ajoutez la colonne « action »`,
    },
    'nothing-owed': 'plus rien à réclamer : réglée ou suspendue entre-temps',
    'partly-held': {
      letter: 'une partie est suspendue depuis',
      text: 'réglée ou suspendue depuis',
    },
    'no-postal-address': ({ debtor }: OfDebtor) => `${debtor} n'a pas d'adresse postale`,
    'town-missing':
      'l’adresse doit finir par le code postal et la ville, comme « 3 place du Marché, 59800 Lille »',
    'electronic-mail-not-agreed': ({ debtor }: OfDebtor) =>
      `${debtor}, un particulier, doit avoir consenti au recommandé électronique (CPCE art. L100)`,
    'no-email': {
      debtor: "pas d'adresse e-mail valable pour un recommandé électronique",
      creditor: "pas d'adresse e-mail de l'expéditeur",
    },
    'not-a-mobile': ({ phone }: { phone: string }) => `« ${phone} » n'est pas un numéro de mobile français`,
    'text-too-long': ({ parts }: { parts: number }) =>
      `${parts} SMS en un : raccourcissez le texte de l'étape`,
    'not-tracked': ({ reason }: { reason: string }) => reason,
    'proof-not-kept': ({ bytes }: { bytes: number }) => `preuve de ${bytes} octets : non gardée`,
  },
  {
    'delivery-under-way': 'another delivery is under way; try again in a moment',
    'sending-off': 'sending is off',
    'no-text-provider': 'no provider of text messages: give its keys (docs/posting.md)',
    'no-postal-provider': 'no postal provider: give its keys (docs/posting.md)',
    'quiet-hours': ({ hours }) =>
      `no text message at this hour: on a working day, ${hours.map(([from, until]) => `from ${hourEn(from)} to ${hourEn(until)}`).join(' or ')}`,
    'address-of-debtor': ({ email }) =>
      `${email} is an address of the debtor's: a test goes to one of your own only`,
    'test-not-sent': ({ reason }) => `the test did not leave: ${reason}`,
    'not-left': ({ action }) => `no e-mail has left for action ${action}`,
    'no-proof': ({ action }) => `letter ${action} does not have that document yet`,
    'number-of-one-letter': 'a tracking number is of one letter: tick them one by one',
    'unknown-tracking-number': {
      none: ({ number }) => `no letter has the number ${number}: add the column "action" (12-3)`,
      several: ({ number }) => `several letters have the number ${number}: add the column "action"`,
    },
    'nothing-owed': 'nothing left to claim: settled or held in the meantime',
    'partly-held': {
      letter: 'a part of it has been held since',
      text: 'settled or held since',
    },
    'no-postal-address': ({ debtor }) => `${debtor} has no postal address`,
    'town-missing':
      'the address must end with the postcode and the town, like "3 place du Marché, 59800 Lille"',
    'electronic-mail-not-agreed': ({ debtor }) =>
      `${debtor}, a consumer, must have agreed to electronic registered mail (CPCE art. L100)`,
    'no-email': {
      debtor: 'no valid e-mail address for electronic registered mail',
      creditor: 'no e-mail address of the sender',
    },
    'not-a-mobile': ({ phone }) => `"${phone}" is not a French mobile number`,
    'text-too-long': ({ parts }) => `${parts} text messages in one: shorten the text of the step`,
    'not-tracked': ({ reason }) => reason,
    'proof-not-kept': ({ bytes }) => `proof of ${bytes} bytes: not kept`,
  },
)

/** Minutes since midnight: `10 h`, `10 h 30`. */
function hourFr(minutes: number): string {
  const past = minutes % 60
  return `${Math.floor(minutes / 60)} h${past === 0 ? '' : ` ${past}`}`
}

function hourEn(minutes: number): string {
  const past = minutes % 60
  return `${Math.floor(minutes / 60)}${past === 0 ? '' : `:${past}`}`
}
