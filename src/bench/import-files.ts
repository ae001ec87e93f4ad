import { closeSync, openSync, writeSync } from 'node:fs'
import { addDays, type Day, formatDay } from '../domain/date.ts'
import { BENCH_DAY } from './ledger.ts'

/** Rows written at once. */
const AT_ONCE = 10_000

type Invoice = { debtor: number; number: string; issuedOn: Day; dueOn: Day; amountCents: number }

/** The same bytes each time. Invoices of one debtor are far apart, as in a file in the order of dates. Answers how many rows. */
export function writeCsv(file: string, debtors: number, invoicesPerDebtor: number): number {
  const header = 'Code client;Client;E-mail;N° facture;Date;Échéance;Montant TTC;Solde'
  writeRows(file, header, debtors * invoicesPerDebtor, place => {
    const { debtor, number, issuedOn, dueOn, amountCents } = invoiceAt(place, debtors)
    const name = debtor % 7 === 0 ? `"Société ${debtor} ; fils"` : `Société ${debtor}`
    const amount = euros(amountCents)
    const open = place % 3 === 0 ? '0,00' : amount
    return `C${debtor};${name};compta@c${debtor}.example;${number};${french(issuedOn)};${french(dueOn)};${amount};${open}\n`
  })
  return debtors * invoicesPerDebtor
}

/** Three lines for each invoice: the customer, the sale, its VAT. */
export function writeFec(file: string, debtors: number, invoicesPerDebtor: number): number {
  const header =
    'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'
  const invoices = Math.max(1, Math.floor((debtors * invoicesPerDebtor) / 3))
  writeRows(file, header.replaceAll(' ', '\t'), invoices, place => {
    const { debtor, number, issuedOn, amountCents } = invoiceAt(place, debtors)
    const taxCents = Math.floor(amountCents / 6)
    const date = formatDay(issuedOn).replaceAll('-', '')
    const line = (account: string, label: string, auxiliary: string, sides: string, letter: string) =>
      `VE\tVentes\t${place}\t${date}\t${account}\t${label}\t${auxiliary}\t${number}\t${date}\tFacture ${number}\t${sides}\t${letter}\t\t${date}\t\t\n`
    return (
      line('41100000', 'Clients', `C${debtor}\tSociété ${debtor}`, `${euros(amountCents)}\t0,00`, '') +
      line('70700000', 'Ventes', '\t', `0,00\t${euros(amountCents - taxCents)}`, '') +
      line('44571000', 'TVA collectée', '\t', `0,00\t${euros(taxCents)}`, '')
    )
  })
  return invoices * 3
}

function writeRows(file: string, header: string, count: number, rowAt: (place: number) => string): void {
  const fd = openSync(file, 'w')
  writeSync(fd, `${header}\n`)
  for (let start = 1; start <= count; start += AT_ONCE) {
    let text = ''
    for (let place = start; place <= Math.min(count, start + AT_ONCE - 1); place += 1) text += rowAt(place)
    writeSync(fd, text)
  }
  closeSync(fd)
}

function invoiceAt(place: number, debtors: number): Invoice {
  const dueOn = addDays(BENCH_DAY, -1 - ((place * 7919) % 120))
  return {
    debtor: 1 + ((place * 104_729) % debtors),
    number: `F-${String(place).padStart(8, '0')}`,
    issuedOn: addDays(dueOn, -30),
    dueOn,
    amountCents: 5000 + ((place * 104_729) % 499_900),
  }
}

function euros(amountCents: number): string {
  return `${Math.floor(amountCents / 100)},${String(amountCents % 100).padStart(2, '0')}`
}

function french(day: Day): string {
  return formatDay(day).split('-').reverse().join('/')
}
