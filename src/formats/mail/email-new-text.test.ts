import { describe, expect, test } from 'vitest'
import { newText } from './email-new-text.ts'

const QUOTES = {
  'Gmail, French, on two lines':
    'Le mar. 3 mars 2026 à 09:12, Atelier Nord <compta@nord.example> a\nécrit :\n\n> Bonjour,',
  'Thunderbird, French': 'Le 03/03/2026 à 09:12, Atelier Nord a écrit :\n> Bonjour,',
  'Apple Mail, French': 'Le 3 mars 2026 à 09:12, Atelier Nord <compta@nord.example> a écrit :\n\nBonjour,',
  'Apple Mail, English': 'On 3 Mar 2026, at 09:12, Atelier Nord <compta@nord.example> wrote:\n\n> Hello,',
  'Outlook, French':
    'De : Atelier Nord <compta@nord.example>\nEnvoyé : mardi 3 mars 2026 09:12\nÀ : Durand\nObjet : Facture\n\nBonjour,',
  'Outlook, English, starred':
    '*From:* Atelier Nord <compta@nord.example>\n*Sent:* 3 March 2026 09:12\n*To:* Durand\n*Subject:* Invoice\n\nHello,',
  'Outlook, old, French': '-----Message d’origine-----\nDe : Atelier Nord\n\nBonjour,',
  'Outlook, old, English': '-----Original Message-----\nFrom: Atelier Nord\n\nHello,',
  'Outlook on the web':
    '________________________________\nDe : Atelier Nord\nEnvoyé : mardi\nÀ : Durand\n\nBonjour,',
  Android:
    "-------- Message d'origine --------\nDe : Atelier Nord <compta@nord.example>\nDate : 03/03/2026\n\nBonjour,",
  'the address alone': 'compta@nord.example a écrit :\n> Bonjour,',
  'bare marks': '> Bonjour,\n> Votre facture est échue.',
  'a signature': '-- \nMarc Dubois\nDurand SARL',
  'a telephone': 'Envoyé de mon iPhone',
  'a telephone, in English, then a quote':
    'Sent from my Samsung Galaxy\n\nOn 3 Mar 2026, at 09:12, A <a@b.example> wrote:\n> Hello',
}

describe('what is newly written ends before', () => {
  test.each(Object.entries(QUOTES))('%s', (_name, quote) => {
    expect(newText(`Bonjour,\nC'est payé.\n\n${quote}\n`)).toBe("Bonjour,\nC'est payé.")
  })
})

test('answers between the lines are kept, in their order', () => {
  const text =
    'Le 3 mars 2026 à 09:12, Nord <n@nord.example> a écrit :\n> La F-1 est échue.\nPayée hier.\n> Et la F-2 ?\n\nContestée.\n'
  expect(newText(text)).toBe('Payée hier.\n\nContestée.')
})

test.each([
  'Voici ce que votre livreur a écrit :\nplus rien dans le camion.',
  'De : 500 €\nÀ : 300 €',
  'See https://nord.example/what-he-wrote: it says all.',
  "Sent from my desk, it's easier than my mobile phone.",
  'Le chèque part demain.\n\nMarc',
])('nothing is cut from %j', text => {
  expect(newText(text)).toBe(text)
})

test('a message that is all quote has no new text', () => {
  expect(newText('> Bonjour,\n> Votre facture est échue.')).toBe('')
})
