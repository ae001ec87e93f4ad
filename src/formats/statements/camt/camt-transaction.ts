/** One transaction of an entry (TxDtls), with what is kept of it. */

import { elementAt, elementsAt, textAt, textsAt, type XmlElement } from '../../containers/xml-elements.ts'
import { given, type IsoAmount, isoAmount, readSign, type Sign } from './camt-values.ts'

export type Party = { name: string | null; iban: string | null }

export type CamtTransaction = {
  /** Its amount, in one currency or several: the bank's own first, the amount instructed last. */
  amounts: IsoAmount[]
  sign: Sign | null
  bankReference: string | null
  endToEndId: string | null
  reference: string | null
  debtor: Party
  creditor: Party
  texts: string[]
  returned: { reason: string | null } | null
}

export function readTransaction(details: XmlElement): CamtTransaction {
  return {
    amounts: amountsOf(details),
    sign: readSign(textAt(details, 'CdtDbtInd')),
    bankReference: given(textAt(details, 'Refs', 'AcctSvcrRef')),
    endToEndId: given(textAt(details, 'Refs', 'EndToEndId')),
    reference: given(textAt(details, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')),
    debtor: partyOf(details, 'Dbtr'),
    creditor: partyOf(details, 'Cdtr'),
    texts: textsOf(details),
    returned: returnOf(details),
  }
}

/** Of an entry or of a transaction. */
export function amountsOf(element: XmlElement): IsoAmount[] {
  const all = [
    elementAt(element, 'Amt'),
    ...['TxAmt', 'CntrValAmt', 'InstdAmt'].map(name => elementAt(element, 'AmtDtls', name, 'Amt')),
  ]
  return all.map(isoAmount).filter(amount => amount !== null)
}

/** Of an entry or of a transaction: money that comes back, by its reason or by its bank transaction code. */
export function returnOf(element: XmlElement): { reason: string | null } | null {
  if (elementAt(element, 'RtrInf')) {
    const reason =
      textAt(element, 'RtrInf', 'Rsn', 'Cd') ??
      textAt(element, 'RtrInf', 'Rsn', 'Prtry') ??
      textAt(element, 'RtrInf', 'AddtlInf')
    return { reason }
  }
  const code = textAt(element, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd')
  return code !== null && RETURN_CODES.has(code) ? { reason: null } : null
}

/** ISO 20022 external code list, bank transaction sub-families of returned and unpaid transactions. */
const RETURN_CODES = new Set([
  'RRTN', // credit transfer returned
  'RPCR', // credit transfer cancelled on request
  'UPDD', // direct debit returned or unpaid
  'PRDD', // direct debit reversed
  'RCDD', // direct debit cancelled on request
  'UPCQ', // unpaid cheque
  'XPCQ', // unpaid foreign cheque
  'CQRV', // cheque reversed
  'UDFT', // dishonoured draft
  'UPCT', // unpaid card transaction
  'ARET', // automated clearing return
  'AREV', // automated clearing reversal
])

/** The ultimate party only where the bank names no other. */
function partyOf(details: XmlElement, role: 'Dbtr' | 'Cdtr'): Party {
  const iban = textAt(details, 'RltdPties', `${role}Acct`, 'Id', 'IBAN')
  return {
    name: nameAt(details, role) ?? nameAt(details, `Ultmt${role}`),
    iban: iban === null ? null : bareIban(iban),
  }
}

/** Up to version 07 a party has its name directly; from 08 on it is a person or a bank. */
function nameAt(details: XmlElement, role: string): string | null {
  const path = ['RltdPties', role]
  return (
    textAt(details, ...path, 'Nm') ??
    textAt(details, ...path, 'Pty', 'Nm') ??
    textAt(details, ...path, 'Agt', 'FinInstnId', 'Nm')
  )
}

export function bareIban(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

function textsOf(details: XmlElement): string[] {
  const structured = elementsAt(details, 'RmtInf', 'Strd').flatMap(found => [
    ...textsAt(found, 'CdtrRefInf', 'Ref'),
    ...textsAt(found, 'RfrdDocInf', 'Nb'),
    ...textsAt(found, 'AddtlRmtInf'),
  ])
  const ultimate = ['UltmtDbtr', 'UltmtCdtr'].map(role => nameAt(details, role)).filter(name => name !== null)
  return [
    ...textsAt(details, 'RmtInf', 'Ustrd'),
    ...structured,
    ...textsAt(details, 'AddtlTxInf'),
    ...ultimate,
    ...textsAt(details, 'RtrInf', 'AddtlInf'),
  ]
}
