/** Which class a message has by its headers and first words, where golden files don't tell. */
import { describe, expect, test } from 'vitest'
import { readEmail } from './email.ts'

async function classOf(
  headers: string,
  body = 'Bonjour,\n\nMerci de votre patience.',
): Promise<string | undefined> {
  const message = `From: Marc <marc@durand.example>\nDate: Tue, 3 Mar 2026 09:12:31 +0100\n${headers}\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`
  const { email } = await readEmail(new TextEncoder().encode(message))
  return email?.class
}

describe('automatic', () => {
  test.each([
    'Subject: Réponse automatique : Facture F-1',
    'Subject: Automatic reply: Invoice F-1',
    'Subject: Out of Office Re: Invoice F-1',
    'Subject: Absence du bureau',
    'Subject: Auto: Facture F-1',
    'Subject: Re: Facture F-1\nAuto-Submitted: auto-replied',
    'Subject: Ticket 4471\nAuto-Submitted: auto-generated',
    'Subject: Re: Facture F-1\nPrecedence: auto_reply',
    'Subject: Re: Facture F-1\nX-Autoreply: yes',
  ])('%j', async headers => {
    expect(await classOf(headers)).toBe('auto-reply')
  })
})

describe('written by a person', () => {
  test.each([
    'Subject: Re: Facture F-1',
    'Subject: Re: Facture F-1\nAuto-Submitted: no',
    'Subject: Re: Facture F-1\nX-Autoreply: no',
    'Subject: Absence de facture',
    'Subject: Automatisme du portail',
    'Subject: Re: Undelivered Mail Returned to Sender',
    'Subject: Re: Facture F-1\nPrecedence: bulk',
    'Subject: Re: Facture F-1\nIn-Reply-To: <r-1@nord.example>\nList-Id: <compta.durand.example>',
  ])('%j', async headers => {
    expect(await classOf(headers)).toBe('reply')
  })

  test('who quotes a message that asks to click', async () => {
    const body =
      "C'est payé.\n\nLe 3 mars 2026 à 09:12, Nord <n@nord.example> a écrit :\n> Confirmez votre adresse : cliquez sur le lien."
    expect(await classOf('Subject: Re: Facture', body)).toBe('reply')
  })
})

test('an address that says no more is not enough to make a bounce', async () => {
  const message =
    'From: postmaster@durand.example\nDate: Tue, 3 Mar 2026 09:12:31 +0100\nSubject: Facture F-1\n\nBonjour, je regarde.\n'
  const { email } = await readEmail(new TextEncoder().encode(message))
  expect(email).toMatchObject({ class: 'reply', recipient: null, status: null })
})
