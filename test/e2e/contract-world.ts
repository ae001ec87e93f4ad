/** What the commands of contract.test.ts meet: files of every kind, a mailbox, a printer of letters, a sender of text messages. */
import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Receipt } from '../../src/channels/channel.ts'
import type { Mailbox } from '../../src/channels/mailbox.ts'
import { REPOSITORY } from '../command-line.ts'
import type { TestDesk } from '../desk.ts'

const INVOICES = `Code client;Client;Numéro;Date;Échéance;Montant HT;TVA;Montant TTC;E-mail;Téléphone
PORT;Librairie du Port;F-1;01/09/2026;06/10/2026;1000,00;200,00;1200,00;caisse@port.example;0102030401
QUAI;Café du Quai;F-2;01/09/2026;06/10/2026;1000,00;200,00;1200,00;caisse@quai.example;0102030402
TEXTE;Atelier Texte;F-3;01/10/2026;03/11/2026;1000,00;200,00;1200,00;caisse@texte.example;0612345678
APPEL;Garage Appel;F-4;12/10/2026;12/11/2026;1000,00;200,00;1200,00;caisse@appel.example;0102030404
MAIL;Maison Mail;F-5;13/10/2026;13/11/2026;1000,00;200,00;1200,00;caisse@mail.example;0102030405
PLAN;Plan & Fils;F-6;20/10/2026;20/12/2026;1000,00;200,00;1200,00;caisse@plan.example;0102030406
LIQUIDE;Liquide SARL;F-7;01/02/2026;03/03/2026;1000,00;200,00;1200,00;caisse@liquide.example;0102030407
PARTI;Parti SARL;F-8;15/12/2025;15/01/2026;1000,00;200,00;1200,00;caisse@parti.example;0102030408
`

const REPLY = `From: Lucie <lucie@ailleurs.example>
To: Atelier Nord <compta@atelier-nord.example>
Date: Mon, 16 Nov 2026 10:02:11 +0100
Message-ID: <1@ailleurs.example>
Subject: Votre relance
Content-Type: text/plain; charset=utf-8

Bonjour,

Nous réglerons 400,00 € le 27 novembre 2026, par virement.
En revanche, nous n'avons jamais reçu la facture du 1er septembre.

Lucie
`

const FILES: Readonly<Record<string, string>> = {
  'factures.csv': INVOICES,
  'autre.csv': 'a;b\n1;2\n',
  'contacts.csv':
    'Code client;Fonction;Nom du contact;E-mail;Téléphone\nPORT;Comptabilité;Mme Port;compta@port.example;\nPERSONNE;;;x@y.example;\n',
  'releve.csv':
    'Date;Libellé;Débit;Crédit\n16/11/2026;VIR RECU MAISON MAIL REF F-5;;1200,00\n16/11/2026;VIR RECU CAFE DU QUAI;;500,00\n16/11/2026;VIR INCONNU;;100,00\n16/11/2026;REMISE DE CHEQUES;;55,00\n',
  'suivi.csv':
    'Numéro de suivi;Date;Statut\n1A01234567890;17/11/2026;distribué\n1A99999999999;17/11/2026;distribué\n',
  'mandats.csv':
    'debtor;iban;bic;mandate reference;signature date;sequence\nPLAN;FR7630006000011234567890189;;RUM-1;01/03/2026;FRST\n',
  'reponse.eml': REPLY,
  'vide.eml': '',
  'F-5.pdf': '%PDF-1.4\n',
  'F-9.pdf': '%PDF-1.4\n',
  'logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
  'menace.txt': 'Objet : Votre facture\nBonjour,\n\nUn huissier passera.\n',
  'menace.md':
    '---\nétape: j7\ncanal: email\nlangue: fr\nobjet: Votre facture\n---\n\nUn huissier passera, {{ contact.name }}.\n',
}

const COPIES: Readonly<Record<string, string>> = {
  'annonces.json': 'test/fixtures/bodacc/records.json',
  'retour.eml': 'test/fixtures/eml/hard-forwarded.eml',
  'histoire.txt': 'test/stories/payment-of-everything-closes.txt',
  'mon-j7.md': 'docs/examples/relance-j7.md',
}

export function writeFiles(folder: string): void {
  for (const [name, content] of Object.entries(FILES)) writeFileSync(path.join(folder, name), content)
  for (const [name, from] of Object.entries(COPIES))
    cpSync(path.join(REPOSITORY, from), path.join(folder, name))
}

/** One message that can be read, one that is too large. */
const mailbox: Mailbox = {
  name: 'compta@atelier-nord.example/INBOX',
  creditor: 'NORD',
  async read({ take }) {
    const bytes = new TextEncoder().encode(REPLY.replace('<1@', '<2@'))
    await take({ uid: 1, size: bytes.length, bytes, place: { uidValidity: 1n, lastUid: 1 } })
    await take({ uid: 2, size: 2 ** 26, bytes: null, place: { uidValidity: 1n, lastUid: 2 } })
  },
  watch: () => Promise.reject(new Error('nobody listens')),
  check: async () => {},
}

const taken = async (beforeHandover: () => Promise<boolean>): Promise<Receipt> => {
  if (!(await beforeHandover())) throw new Error('withheld')
  return { kind: 'sent', providerId: 'one', response: 'ok' }
}

/** Providers that take everything; the post has presented it the next day. */
export function provide(desk: TestDesk): void {
  desk.mailboxes = [mailbox]
  desk.post = {
    electronic: false,
    texts: { id: 'memory', send: (_text, { beforeHandover }) => taken(beforeHandover) },
    provider: {
      id: 'memory',
      post: (_letter, { beforeHandover }) => taken(beforeHandover),
      track: async () => ({
        kind: 'report',
        trackingNumber: '1A98765432109',
        news: [{ status: 'presented', on: '2026-11-17' }],
        detail: null,
        proofs: [{ kind: 'deposit', contentType: 'application/pdf', content: new Uint8Array([1]) }],
      }),
    },
  }
}
