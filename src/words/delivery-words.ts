/** Where e-mails go, and what the outbox and the journal keep of one that did not go as planned. */
import { type Language, phrases } from './language.ts'

/** By a mail server, or into files of a folder: in the demo, or as long as nobody names a server. */
export type DeliveryWay = { kind: 'smtp' } | { kind: 'demo' | 'folder'; folder: string }

const NOTES = phrases(
  {
    smtp: 'Les e-mails partent par le serveur de SMTP_URL.',
    demo: (folder: string) => `Aucun e-mail réel ne part : ils sont écrits dans ${folder}.`,
    folder: (folder: string) => `Sans SMTP_URL, les e-mails ne partent pas : ils sont écrits dans ${folder}.`,
  },
  {
    smtp: 'E-mails leave by the server of SMTP_URL.',
    demo: folder => `No real e-mail leaves: they are written to ${folder}.`,
    folder: folder => `Without SMTP_URL e-mails do not leave: they are written to ${folder}.`,
  },
)

export function deliveryNote(way: DeliveryWay, language: Language): string {
  const say = NOTES[language]
  return way.kind === 'smtp' ? say.smtp : say[way.kind](way.folder)
}

/** Kept in French, whatever the language of who reads it one day. */
export const KEPT = phrases(
  {
    noLongerPlanned: 'plus prévue',
    nothingOwed: 'réglée ou suspendue entre-temps',
    lessOwed: 'règlement ou suspension entre-temps',
    interrupted: 'interrompu pendant la remise',
    enoughForNow: (domain: string) => `assez de messages à ${domain} pour cette minute`,
  },
  {
    noLongerPlanned: 'no longer planned',
    nothingOwed: 'paid or held in the meantime',
    lessOwed: 'payment or hold in the meantime',
    interrupted: 'interrupted while it was handed over',
    enoughForNow: domain => `enough messages to ${domain} for this minute`,
  },
)
