/** What servers answer, as their public documents and years of logs have it. */
import { describe, expect, test } from 'vitest'
import { type Words, wordsOf } from './email-bounce-words.ts'

const SAID: Record<Words, readonly string[]> = {
  full: [
    '552-5.2.2 The email account that you tried to reach is over quota.',
    '552 5.2.2 Mailbox size limit exceeded',
    "The recipient's mailbox is full and can't accept messages now.",
    '552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]',
    'La boîte aux lettres du destinataire est pleine',
    '550 5.7.1 Quota exceeded (mailbox for user is full)',
    'user has exceeded his/her disk space limit',
  ],
  unknown: [
    '550-5.1.1 The email account that you tried to reach does not exist.',
    '550 5.1.1 <a@b.example>: Recipient address rejected: User unknown in virtual mailbox table',
    '550 5.4.1 Recipient address rejected: Access denied. AS(201806281)',
    "554 delivery error: dd This user doesn't have a yahoo.example account (a@b.example) [0]",
    '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
    '550 5.1.1 Boite du destinataire archivee. Archived recipient. LPN007_420',
    '553 sorry, no mailbox here by that name. (#5.7.1)',
    '511 5.1.1 unknown address or alias: a@b.example',
    'Host or domain name not found. Name service error for name=b.example type=MX: Host not found',
    '550 5.2.1 The email account that you tried to reach is disabled.',
    '550 No such user here',
    'all relevant MX records point to non-existent hosts',
    'Unrouteable address',
    'L’adresse de courrier que vous avez entrée est introuvable.',
    'Utilisateur inconnu',
  ],
  refused: [
    '550 5.7.1 Unfortunately, messages from [192.0.2.4] weren’t sent. Part of their network is on our block list (S3150).',
    '554 5.7.1 Service unavailable; Client host [192.0.2.4] blocked using zen.spamhaus.org',
    '550-5.7.26 This mail is unauthenticated, which poses a security risk',
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup',
    '550 SPF check failed for nord.example',
    '550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]',
    '552 5.3.4 Message size exceeds fixed limit',
    '554 Too many spams from your IP (192.0.2.4), please visit http://postmaster.example/',
    '553 5.7.1 <a@b.example>: Sender address rejected: not owned by user',
    '550 relaying denied',
  ],
  later: [
    'connect to mx.b.example[192.0.2.7]:25: Connection timed out',
    '450 4.7.1 Greylisted, please try again later',
    '451 4.3.0 Temporary lookup failure',
    'connect to mx.b.example[192.0.2.7]:25: Connection refused',
    'retry timeout exceeded',
    "Votre message n'a pas encore pu être remis",
  ],
}

describe.each(Object.entries(SAID))('%s', (words, texts) => {
  test.each(texts)('%s', text => {
    expect(wordsOf(text)).toBe(words)
  })
})

test('of a text without known words, nothing is said', () => {
  expect(wordsOf('550 Requested action not taken')).toBeNull()
})
