/** An XML file → the invoice in it, by the name of its root element. */

import { decodeXml } from '../../containers/xml-encoding.ts'
import { readXml, type XmlDocument } from '../../containers/xml-tree.ts'
import { error } from '../../problem.ts'
import { type DefaultDueDate, type Reading, refused } from '../reading.ts'
import { draftOfCii, isCii } from './cii.ts'
import { readElectronicInvoice } from './electronic-invoice.ts'
import { draftOfUbl, isUbl } from './ubl.ts'

export function readXmlInvoice(bytes: Uint8Array, dueOn: DefaultDueDate): Reading {
  const decoded = decodeXml(bytes)
  if ('code' in decoded) return refused('xml', [decoded])
  const document = readXml(decoded.text)
  if ('code' in document) return refused('xml', [...decoded.problems, document])
  const draft = draftOf(document)
  if (draft === null) return refused('xml', [...decoded.problems, notInvoice(document)])
  const reading = readElectronicInvoice(draft, dueOn)
  return { ...reading, problems: [...decoded.problems, ...reading.problems] }
}

/** True of the bytes of an XML text whose root is an invoice, without a look at the rest. */
export function holdsInvoice(bytes: Uint8Array): boolean {
  const start = Array.from(bytes.subarray(0, 8000), byte => String.fromCharCode(byte))
    .join('')
    .replaceAll('\0', '')
  return /<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s>]/.test(start)
}

/** Peppol's envelope may stand around a UBL invoice. */
function draftOf({ root, namespace }: XmlDocument) {
  const enveloped = root.name === 'StandardBusinessDocument' ? root.children : []
  const invoice = [root, ...enveloped].find(
    element => isCii(element) || isUbl(element, element === root ? namespace : ':ubl:'),
  )
  if (!invoice) return null
  return isCii(invoice) ? draftOfCii(invoice) : draftOfUbl(invoice)
}

function notInvoice({ root }: XmlDocument) {
  return error(root.line, 'unsupported-format', { kind: 'xml', root: root.name })
}
