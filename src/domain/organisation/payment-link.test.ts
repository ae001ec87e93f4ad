import { expect, test } from 'vitest'
import { cents } from '../money.ts'
import { isPaymentLink, paymentLink } from './payment-link.ts'

const values = { reference: 'F-1, F/2', amountCents: cents(1_200_00), debtor: 'DURAND & Cie' }

test('figures take their place, written for an address', () => {
  expect(paymentLink('https://pay.example/{reference}?a={amount}&d={debtor}', values)).toBe(
    'https://pay.example/F-1%2C%20F%2F2?a=1200.00&d=DURAND%20%26%20Cie',
  )
  expect(paymentLink('https://pay.example/', values)).toBe('https://pay.example/')
})

test('a value is put in once: it is no pattern, and brings no name with it', () => {
  const odd = { ...values, reference: "{amount}$&$'" }
  expect(paymentLink('https://pay.example/{reference}', odd)).toBe(
    "https://pay.example/%7Bamount%7D%24%26%24'",
  )
})

test.each([
  'https://pay.example/{reference}?amount={amount}',
  'https://pay.atelier-nord.example:8443/x#{debtor}',
  'https://pay.example',
])('taken: %s', template => expect(isPaymentLink(template)).toBe(true))

test.each([
  'http://pay.example/',
  'javascript:alert(1)',
  'https://{debtor}.example/',
  'https://user:secret@pay.example/',
  'https://pay.example/{iban}',
  'https://pay.example/{reference',
  'https://pay.example/" onclick="x',
  'https://localhost/',
  '',
])('refused: %s', template => expect(isPaymentLink(template)).toBe(false))
