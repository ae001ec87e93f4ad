/** A statement as a bank sends it: CAMT.053 with what tests need of it. */
export type CamtEntry = {
  amount: string
  on: string
  label: string
  payer?: string
  iban?: string
  endToEndId?: string
  /** Money that left, or came back to its payer. */
  debit?: 'out' | 'returned'
}

export function camt(entries: readonly CamtEntry[], account = 'FR7630006000011234567890189'): Uint8Array {
  const rows = entries.map((entry, index) => entryXml(entry, index + 1)).join('')
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>` +
      `<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-03-02T06:00:00</CreDtTm></GrpHdr><Stmt><Id>S</Id><Acct><Id><IBAN>${account}</IBAN></Id></Acct>${rows}</Stmt>` +
      `</BkToCstmrStmt></Document>`,
  )
}

function entryXml(entry: CamtEntry, place: number): string {
  const { amount, on, label, payer, iban, endToEndId, debit } = entry
  const party = debit ? 'Cdtr' : 'Dbtr'
  const name = payer ? `<${party}><Nm>${payer}</Nm></${party}>` : ''
  const number = iban ? `<${party}Acct><Id><IBAN>${iban}</IBAN></Id></${party}Acct>` : ''
  const back = debit === 'returned' ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' : ''
  return (
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${debit ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts>` +
    `<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt><AcctSvcrRef>R${on}-${place}</AcctSvcrRef><NtryDtls><TxDtls>` +
    `<Refs>${endToEndId ? `<EndToEndId>${endToEndId}</EndToEndId>` : ''}</Refs><RltdPties>${name}${number}</RltdPties>` +
    `<RmtInf><Ustrd>${label}</Ustrd></RmtInf>${back}</TxDtls></NtryDtls></Ntry>`
  )
}
