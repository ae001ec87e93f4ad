import { expect, test } from 'vitest'
import { addDays } from '../../../domain/date.ts'
import { readFec } from './fec.ts'

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise'

test('the lines of 4457 beside the customer say the VAT of a sale, those that debit it that of a credit note', () => {
  expect(taxes(['411 F-1 120 0', '706 F-1 0 100', '44571 F-1 0 20'])).toEqual([20_00])
  expect(taxes(['411 F-1 131 0', '706 F-1 0 110', '445712 F-1 0 20', '445710 F-1 0 1'])).toEqual([21_00])
  expect(taxes(['411 A-1 0 120', '706 A-1 100 0', '44571 A-1 20 0'])).toEqual([20_00])
})

test('a sale without any is without VAT', () => {
  expect(taxes(['411 F-1 100 0', '706 F-1 0 100'])).toEqual([0])
})

test('due dates of one piece share its VAT, and the shares add up', () => {
  expect(
    taxes(['411 F-1 33,33 0', '411 F-1 33,33 0', '411 F-1 33,34 0', '706 F-1 0 83,33', '44571 F-1 0 16,67']),
  ).toEqual([5_56, 5_55, 5_56])
})

test('pieces of one entry each have theirs', () => {
  expect(
    taxes(['411 F-1 120 0', '411 F-2 100 0', '706 F-1 0 100', '706 F-2 0 100', '44571 F-1 0 20']),
  ).toEqual([20_00, 0])
})

test.each([
  ['no sale', ['411 F-1 100 0', '890 F-1 0 100']],
  ['an entry out of balance', ['411 F-1 120 0', '706 F-1 0 100', '44571 F-1 0 19']],
  ['VAT of no customer’s piece', ['411 F-1 120 0', '706 F-1 0 100', '44571 X 0 20']],
  ['VAT that waits on another account', ['411 F-1 120 0', '706 F-1 0 100', '44587 F-1 0 20']],
  ['debits and credits of one piece', ['411 F-1 120 0', '411 F-1 0 60', '706 F-1 0 50', '44571 F-1 0 10']],
  ['more VAT than the price', ['411 F-1 20 0', '706 F-1 100 0', '44571 F-1 0 120']],
])('%s does not tell', (_name, lines) => {
  expect(taxes(lines).every(tax => tax === null)).toBe(true)
})

test('a payment has none', () => {
  expect(taxes(['512 V 50 0', '411 V 0 50'])).toEqual([null])
})

/** Lines of one entry: account, piece, debit, credit. */
function taxes(lines: readonly string[]): (number | null)[] {
  const rows = lines.map(line => {
    const [account, piece, debit, credit] = line.split(' ')
    return `VE\tVentes\t1\t20260115\t${account}\tX\tC1\tDurand\t${piece}\t20260115\tX\t${debit}\t${credit}\t\t\t20260115\t\t`
  })
  const reading = readFec([HEADER, ...rows].join('\n'), issuedOn => addDays(issuedOn, 30))
  return reading.documents.map(({ taxCents }) => (taxCents === null ? null : Number(taxCents)))
}
