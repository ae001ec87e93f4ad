/** What is wrong with a message that came in, or with the mailbox it stands in. */
import { phrases } from '../language.ts'

export const MAIL_PROBLEMS = phrases(
  {
    'no-email': () =>
      'Ce fichier ne commence pas par les en-têtes d’un message (From, Date, Message-ID…) : enregistrez le message en .eml depuis votre messagerie.',
    'email-too-large': ({ megabytes, most }: { megabytes: number; most: number }) =>
      `Le message fait ${megabytes} Mo, plus que les ${most} Mo qui sont lus : enregistrez-le sans ses pièces jointes.`,
    'email-too-nested': () =>
      'Le message est emboîté ou divisé plus qu’aucun message honnête, ou ses en-têtes sont démesurés : il n’est pas lu. Ouvrez-le dans votre messagerie.',
    'email-cut-short': () =>
      'Le message est coupé avant sa fin : ce qui en reste est lu. Enregistrez-le de nouveau si le texte semble incomplet.',
    'too-large': ({ megabytes, most }: { megabytes: number; most: number }) =>
      `Ce message de ${megabytes} Mo dépasse les ${most} Mo que Quittance garde : lisez-le là où il est.`,
    unreachable: ({ reason }: { reason: string }) => `La boîte ne se lit pas : ${reason}`,
  },
  {
    'no-email': () =>
      'This file does not begin with the headers of a message (From, Date, Message-ID…): save the message as .eml from your mail program.',
    'email-too-large': ({ megabytes, most }) =>
      `The message is ${megabytes} MB, more than the ${most} MB that are read: save it without its attachments.`,
    'email-too-nested': () =>
      'The message is nested or divided more than any honest message, or its headers are enormous: it is not read. Open it in your mail program.',
    'email-cut-short': () =>
      'The message is cut short: what is left of it is read. Save it again if its text seems incomplete.',
    'too-large': ({ megabytes, most }) =>
      `This message of ${megabytes} MB is larger than the ${most} MB that Quittance keeps: read it where it is.`,
    unreachable: ({ reason }) => `The mailbox cannot be read: ${reason}`,
  },
)
