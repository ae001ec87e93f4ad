/** Factur-X, ZUGFeRD, XRechnung in a PDF: the invoice is an XML file attached to it. */

import { type Attachment, attachmentsOf } from '../../containers/pdf-attachments.ts'
import { error, type Problem } from '../../problem.ts'
import { shown } from '../../shown.ts'
import { type DefaultDueDate, type Reading, refused } from '../reading.ts'
import { holdsInvoice, readXmlInvoice } from './xml-invoice.ts'

/** Likeliest first; case apart, since ZUGFeRD 1.0 wrote ZUGFeRD-invoice.xml. */
const NAMES = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml']

export async function readFacturX(bytes: Uint8Array, dueOn: DefaultDueDate): Promise<Reading> {
  const attachments = await attachmentsOf(bytes)
  if ('code' in attachments) return refused('factur-x', [attachments])
  const chosen = chooseInvoice(attachments)
  if ('code' in chosen) return refused('factur-x', [chosen])
  const reading = readXmlInvoice(chosen.bytes, dueOn)
  const attachment = shown(chosen.name)
  const problems = reading.problems.map(problem => ({ ...problem, attachment }))
  return { ...reading, format: 'factur-x', problems }
}

/** By its name, then by its content. One with the right name is taken even when damaged, so that this is told. */
function chooseInvoice(attachments: readonly Attachment[]): { name: string; bytes: Uint8Array } | Problem {
  const named = [...attachments].sort((a, b) => rank(a) - rank(b)).filter(one => rank(one) <= NAMES.length)
  for (const { name, content } of named) {
    const bytes = content()
    if (bytes && holdsInvoice(bytes)) return { name, bytes }
  }
  const [likeliest] = named.filter(one => rank(one) < NAMES.length)
  if (!likeliest) return noInvoice(attachments)
  const bytes = likeliest.content()
  if (bytes) return { name: likeliest.name, bytes }
  return error(null, 'bad-attachment', { attachment: shown(likeliest.name) })
}

function rank({ name }: Attachment): number {
  const own = name.toLowerCase().replace(/^.*[/\\]/, '')
  const known = NAMES.indexOf(own)
  if (known >= 0) return known
  return own.endsWith('.xml') || own === '' ? NAMES.length : NAMES.length + 1
}

function noInvoice(attachments: readonly Attachment[]): Problem {
  const names = attachments.slice(0, 5).map(({ name }) => shown(name))
  return error(null, 'no-invoice-in-pdf', { attachments: names })
}
