/** Direct debits → an ISO 20022 message for the creditor's bank (pain.008.001.02 or .08), as SEPA uses it (EPC130-08, EPC131-08). */
import { type Day, formatDay } from '../../domain/date.ts'
import { type Cents, formatAmount, sum } from '../../domain/money.ts'
import type { Mandate } from '../mandate.ts'
import { sepaText } from '../sepa-text.ts'

export type PainVersion = '02' | '08'

export type DirectDebit = {
  endToEndId: string
  amountCents: Cents
  collectionOn: Day
  debtor: string
  mandate: Pick<Mandate, 'iban' | 'bic' | 'reference' | 'signedOn' | 'sequence' | 'scheme'>
  /** Carried to the debtor's statement. */
  text: string
}

export type DirectDebits = {
  version: PainVersion
  messageId: string
  /** ISO 8601. */
  createdAt: string
  creditor: { name: string; iban: string; bic: string | null; identifier: string }
  debits: readonly DirectDebit[]
}

/** One block to a scheme, a sequence and a day of collection. Throws without a debit: such a message can't be. */
export function writePain008(message: DirectDebits): string {
  const { version, messageId, createdAt, creditor, debits } = message
  if (debits.length === 0) throw new Error('a message without a debit')
  const name = tag('Nm', nameOf(creditor.name))
  const header = tag(
    'GrpHdr',
    tag('MsgId', messageId),
    tag('CreDtTm', createdAt.replace(/\.\d+/, '')),
    ...totals(debits),
    tag('InitgPty', name),
  )
  const blocks = blocksOf(debits).map((block, index) => paymentBlock(message, block, index + 1))
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.${version}">
${indented(tag('CstmrDrctDbtInitn', header, ...blocks))}
</Document>
`
}

function blocksOf(debits: readonly DirectDebit[]): DirectDebit[][] {
  const blocks = new Map<string, DirectDebit[]>()
  for (const debit of debits) {
    const { scheme, sequence } = debit.mandate
    const key = `${formatDay(debit.collectionOn)} ${scheme} ${sequence}`
    blocks.set(key, [...(blocks.get(key) ?? []), debit])
  }
  return [...blocks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, block]) => block)
}

function paymentBlock(
  { messageId, version, creditor }: DirectDebits,
  block: DirectDebit[],
  rank: number,
): string {
  const [{ collectionOn, mandate }] = block as [DirectDebit]
  const scheme = tag('Othr', tag('Id', creditor.identifier), tag('SchmeNm', tag('Prtry', 'SEPA')))
  return tag(
    'PmtInf',
    tag('PmtInfId', `${messageId}-${rank}`),
    tag('PmtMtd', 'DD'),
    ...totals(block),
    tag(
      'PmtTpInf',
      tag('SvcLvl', tag('Cd', 'SEPA')),
      tag('LclInstrm', tag('Cd', mandate.scheme)),
      tag('SeqTp', mandate.sequence),
    ),
    tag('ReqdColltnDt', formatDay(collectionOn)),
    tag('Cdtr', tag('Nm', nameOf(creditor.name))),
    tag('CdtrAcct', tag('Id', tag('IBAN', creditor.iban))),
    tag('CdtrAgt', bank(creditor.bic, version)),
    tag('ChrgBr', 'SLEV'),
    tag('CdtrSchmeId', tag('Id', tag('PrvtId', scheme))),
    ...block.map(debit => transaction(debit, version)),
  )
}

function transaction(debit: DirectDebit, version: PainVersion): string {
  const { endToEndId, amountCents, debtor, mandate, text } = debit
  const remittance = sepaText(text, 140)
  return tag(
    'DrctDbtTxInf',
    tag('PmtId', tag('EndToEndId', endToEndId)),
    `<InstdAmt Ccy="EUR">${formatAmount(amountCents)}</InstdAmt>`,
    tag(
      'DrctDbtTx',
      tag('MndtRltdInf', tag('MndtId', mandate.reference), tag('DtOfSgntr', formatDay(mandate.signedOn))),
    ),
    tag('DbtrAgt', bank(mandate.bic, version)),
    tag('Dbtr', tag('Nm', nameOf(debtor))),
    tag('DbtrAcct', tag('Id', tag('IBAN', mandate.iban))),
    ...(remittance === '' ? [] : [tag('RmtInf', tag('Ustrd', remittance))]),
  )
}

/** A name of which no letter is Latin is said not to be given: the IBAN is what counts. */
function nameOf(name: string): string {
  return sepaText(name, 70) || 'NOTPROVIDED'
}

/** Inside SEPA the IBAN alone tells the bank. */
function bank(bic: string | null, version: PainVersion): string {
  const known = version === '02' ? 'BIC' : 'BICFI'
  return tag('FinInstnId', bic === null ? tag('Othr', tag('Id', 'NOTPROVIDED')) : tag(known, bic))
}

function totals(debits: readonly DirectDebit[]): string[] {
  const amountCents = sum(debits.map(debit => debit.amountCents))
  return [tag('NbOfTxs', String(debits.length)), tag('CtrlSum', formatAmount(amountCents))]
}

/** Elements one to a line; a text alone stays on its own. What is given is XML, or a text without its signs but `'`. */
function tag(name: string, ...content: readonly string[]): string {
  const isText = content.length === 1 && !content[0]?.startsWith('<')
  return isText
    ? `<${name}>${content[0]}</${name}>`
    : `<${name}>\n${indented(content.join('\n'))}\n</${name}>`
}

function indented(xml: string): string {
  return xml.replace(/^/gm, '  ')
}
