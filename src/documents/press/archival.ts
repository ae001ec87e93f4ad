/**
 * The compiler marks a file as PDF/UA-1 or as PDF/A-3a, never both. It writes the same pages for both; what the second adds
 * stands in its catalogue, its metadata and a colour profile, and is added here to the first (ISO 19005-3, 6.2.3 and 6.6).
 */

/** What a PDF/A of the compiler has and its PDF/UA has not, as it stands there. */
export type ArchivalParts = {
  /** The output intent, its profile to be named. */
  readonly intent: string
  /** The stream of that profile (sRGB). */
  readonly profile: string
  /** The schemas of metadata that PDF/A does not know by itself, their list left open. */
  readonly schemas: string
}

/** @throws when the compiler writes otherwise than expected. */
export function archivalParts(pdfA: Uint8Array): ArchivalParts {
  const text = Buffer.from(pdfA).toString('latin1')
  const [, intent] = /\n\d+ 0 obj\n(<<\n {2}\/Type \/OutputIntent\n[\s\S]*?>>)\nendobj/.exec(text) ?? []
  const [named, number] = /\/DestOutputProfile (\d+) 0 R/.exec(intent ?? '') ?? []
  const profile = text.split(`\n${number} 0 obj\n`)[1]?.split('\nendobj\n')[0]
  const [, schemas] = /(<pdfaExtension:schemas>[\s\S]*?)<\/rdf:Bag><\/pdfaExtension:schemas>/.exec(text) ?? []
  if (!intent || !named || !profile || !schemas) throw unexpected('PDF/A')
  return { intent: intent.replace(named, '/DestOutputProfile PROFILE 0 R'), profile, schemas }
}

/** The same pages as PDF/A-3a and PDF/UA-1. @throws when the compiler writes otherwise than expected. */
export function archived(pdfUa: Uint8Array, parts: ArchivalParts): Buffer {
  const text = Buffer.from(pdfUa).toString('latin1')
  const [tail, metadataNumber, metadata, catalogNumber, catalog, table, trailer] = TAIL.exec(text) ?? []
  if (!tail || !metadata || !catalog || !table || !trailer) throw unexpected('PDF/UA')
  const xmp = withBothMarks(metadata, parts)
  const first = Number(metadataNumber)
  if (Number(catalogNumber) !== first + 1) throw unexpected('PDF/UA')
  const intent = parts.intent.replace('PROFILE', String(first + 2))
  const objects = [
    `<<\n  /Length ${xmp.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${xmp}\nendstream`,
    `<<\n  /Type /Catalog\n  /OutputIntents [${intent}]\n${catalog}>>`,
    parts.profile,
  ]
  let written = text.slice(0, -tail.length)
  let lines = table.split('\r\n').slice(0, first).join('\r\n')
  for (const [index, object] of objects.entries()) {
    lines += `\r\n${String(written.length + 1).padStart(10, '0')} 00000 n`
    written += `\n${first + index} 0 obj\n${object}\nendobj\n`
  }
  const size = first + objects.length
  const end = `xref\n0 ${size}\n${lines}\r\ntrailer\n<<\n  /Size ${size}\n${trailer}\nstartxref\n${written.length + 1}\n%%EOF`
  return Buffer.from(`${written}\n${end}`, 'latin1')
}

/** Metadata, catalogue, the places of all objects, and the trailer: what the compiler writes last. */
const TAIL =
  /\n(\d+) 0 obj\n<<\n {2}\/Length \d+\n {2}\/Type \/Metadata\n {2}\/Subtype \/XML\n>>\nstream\n([\s\S]*?)\nendstream\nendobj\n\n(\d+) 0 obj\n<<\n {2}\/Type \/Catalog\n([\s\S]*?)>>\nendobj\n\nxref\n0 \d+\n([\s\S]*?)trailer\n<<\n {2}\/Size \d+\n([\s\S]*?)\nstartxref\n\d+\n%%EOF$/

function withBothMarks(xmp: string, { schemas }: ArchivalParts): string {
  const marked = xmp
    .replace(' xmlns:pdfuaid=', ` ${NAMESPACES} xmlns:pdfuaid=`)
    .replace(UA_MARK, `${schemas}${UA_SCHEMA}</rdf:Bag></pdfaExtension:schemas>${A_MARK}${UA_MARK}`)
  if (marked.length <= xmp.length + schemas.length + UA_SCHEMA.length) throw unexpected('PDF/UA')
  return marked
}

const A_MARK = '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'
const UA_MARK = '<pdfuaid:part>1</pdfuaid:part>'

const NAMESPACES = [
  ['pdfaid', 'http://www.aiim.org/pdfa/ns/id/'],
  ['pdfaExtension', 'http://www.aiim.org/pdfa/ns/extension/'],
  ['pdfaSchema', 'http://www.aiim.org/pdfa/ns/schema#'],
  ['pdfaProperty', 'http://www.aiim.org/pdfa/ns/property#'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

/** The mark of PDF/UA described to PDF/A (ISO 19005-3, 6.6.2.3). */
const UA_SCHEMA = `<rdf:li rdf:parseType="Resource">${[
  ['pdfaSchema:schema', 'PDF/UA identification schema'],
  ['pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/'],
  ['pdfaSchema:prefix', 'pdfuaid'],
]
  .map(([name, value]) => `<${name}>${value}</${name}>`)
  .join('')}<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">${[
  ['category', 'internal'],
  ['description', 'Part of ISO 14289 that the document conforms to'],
  ['name', 'part'],
  ['valueType', 'Integer'],
]
  .map(([name, value]) => `<pdfaProperty:${name}>${value}</pdfaProperty:${name}>`)
  .join('')}</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`

function unexpected(kind: string): Error {
  return new Error(`the compiler writes its ${kind} otherwise than expected`)
}
