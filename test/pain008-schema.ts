/**
 * The part of pain.008.001.02 and .08 that the program writes, in our own words: elements in their order, which are needed, what a
 * text may hold. Stricter than ISO's own schema, which is checked too where it is at hand (samples/pain008/pain.008.001.*.xsd).
 */
export function pain008Schema(version: '02' | '08'): string {
  const bic = version === '02' ? 'BIC' : 'BICFI'
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.${version}"
  targetNamespace="urn:iso:std:iso:20022:tech:xsd:pain.008.001.${version}" elementFormDefault="qualified">
${text('Text35', 35)}${text('Text70', 70)}${text('Text140', 140)}
${pattern('Iban', '[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}')}
${pattern('Bic', '[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?')}
${pattern('Count', '[0-9]{1,15}')}
<xs:simpleType name="Total"><xs:restriction base="xs:decimal"><xs:totalDigits value="18"/><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Cents"><xs:restriction base="xs:decimal"><xs:minExclusive value="0"/><xs:totalDigits value="18"/><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType>
${codes('Scheme', 'CORE', 'B2B')}${codes('Sequence', 'FRST', 'RCUR', 'OOFF', 'FNAL')}${codes('Sepa', 'SEPA')}${codes('Method', 'DD')}${codes('Bearer', 'SLEV')}${codes('Euro', 'EUR')}
<xs:complexType name="Amount"><xs:simpleContent><xs:extension base="Cents"><xs:attribute name="Ccy" type="Euro" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
${sequence('Party', one('Nm', 'Text70'))}
${sequence('IbanId', one('IBAN', 'Iban'))}${sequence('Account', one('Id', 'IbanId'))}
${sequence('OtherId', one('Id', 'Text35'))}
<xs:complexType name="Institution"><xs:choice>${one(bic, 'Bic')}${one('Othr', 'OtherId')}</xs:choice></xs:complexType>
${sequence('Agent', one('FinInstnId', 'Institution'))}
${sequence('SepaCode', one('Cd', 'Sepa'))}${sequence('SchemeCode', one('Cd', 'Scheme'))}
${sequence('SchemeName', one('Prtry', 'Sepa'))}${sequence('CreditorOther', one('Id', 'Text35') + one('SchmeNm', 'SchemeName'))}
${sequence('PrivateId', one('Othr', 'CreditorOther'))}${sequence('PartyId', one('PrvtId', 'PrivateId'))}${sequence('CreditorScheme', one('Id', 'PartyId'))}
${sequence('PaymentType', one('SvcLvl', 'SepaCode') + one('LclInstrm', 'SchemeCode') + one('SeqTp', 'Sequence'))}
${sequence('PaymentId', one('EndToEndId', 'Text35'))}
${sequence('Mandate', one('MndtId', 'Text35') + one('DtOfSgntr', 'xs:date'))}${sequence('DebitTerms', one('MndtRltdInf', 'Mandate'))}
${sequence('Remittance', one('Ustrd', 'Text140'))}
${sequence('Debit', one('PmtId', 'PaymentId') + one('InstdAmt', 'Amount') + one('DrctDbtTx', 'DebitTerms') + one('DbtrAgt', 'Agent') + one('Dbtr', 'Party') + one('DbtrAcct', 'Account') + optional('RmtInf', 'Remittance'))}
${sequence('Header', one('MsgId', 'Text35') + one('CreDtTm', 'xs:dateTime') + one('NbOfTxs', 'Count') + one('CtrlSum', 'Total') + one('InitgPty', 'Party'))}
${sequence('Payment', one('PmtInfId', 'Text35') + one('PmtMtd', 'Method') + one('NbOfTxs', 'Count') + one('CtrlSum', 'Total') + one('PmtTpInf', 'PaymentType') + one('ReqdColltnDt', 'xs:date') + one('Cdtr', 'Party') + one('CdtrAcct', 'Account') + one('CdtrAgt', 'Agent') + one('ChrgBr', 'Bearer') + one('CdtrSchmeId', 'CreditorScheme') + many('DrctDbtTxInf', 'Debit'))}
${sequence('Initiation', one('GrpHdr', 'Header') + many('PmtInf', 'Payment'))}
${sequence('Message', one('CstmrDrctDbtInitn', 'Initiation'))}
<xs:element name="Document" type="Message"/>
</xs:schema>`
}

function one(name: string, type: string): string {
  return `<xs:element name="${name}" type="${type}"/>`
}

function optional(name: string, type: string): string {
  return `<xs:element name="${name}" type="${type}" minOccurs="0"/>`
}

function many(name: string, type: string): string {
  return `<xs:element name="${name}" type="${type}" maxOccurs="unbounded"/>`
}

function sequence(name: string, elements: string): string {
  return `<xs:complexType name="${name}"><xs:sequence>${elements}</xs:sequence></xs:complexType>`
}

/** In the letters of SEPA alone, neither beginning nor ending with a slash. */
function text(name: string, most: number): string {
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="${most}"/><xs:pattern value="[A-Za-z0-9\\-?:().,'+]([A-Za-z0-9/\\-?:().,'+ ]*[A-Za-z0-9\\-?:().,'+])?"/></xs:restriction></xs:simpleType>`
}

function pattern(name: string, value: string): string {
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string"><xs:pattern value="${value}"/></xs:restriction></xs:simpleType>`
}

function codes(name: string, ...values: string[]): string {
  const items = values.map(value => `<xs:enumeration value="${value}"/>`).join('')
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string">${items}</xs:restriction></xs:simpleType>`
}
