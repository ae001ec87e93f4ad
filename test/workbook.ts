/** Workbooks for tests, as Excel writes them: shared styles, one date format, formulas with their results. */
import { deflateRawSync } from 'node:zlib'
import { storedZip, type ZipFile } from '../src/formats/containers/zip.ts'

export type TestCell =
  | string
  | number
  | boolean
  | null
  | { serial: number }
  | { error: string }
  | { formula: string; value: string | number }
export type TestSheet = { name: string; rows: TestCell[][]; merged?: string }

export function workbook(sheets: readonly TestSheet[], epoch1904 = false): Uint8Array {
  return storedZip(workbookParts(sheets, epoch1904))
}

export function workbookParts(sheets: readonly TestSheet[], epoch1904 = false): ZipFile[] {
  const parts: [string, string][] = [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"/>`],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${epoch1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/></cellXfs></styleSheet>`,
    ],
    ...sheets.map(
      (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)] as [string, string],
    ),
  ]
  return parts.map(([name, xml]) => ({ name, bytes: new TextEncoder().encode(`${XML}${xml}`) }))
}

/** One entry, compressed; it may say of itself that it is of another size. */
export function deflatedZip(name: string, bytes: Uint8Array, saidSize = bytes.length): Uint8Array {
  const packed = new Uint8Array(deflateRawSync(bytes))
  const zip = storedZip([{ name, bytes: packed }])
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const central = 30 + name.length + packed.length
  for (const [at, shift] of [
    [0, 0],
    [central, 2],
  ] as const) {
    view.setUint16(at + 8 + shift, 8, true)
    view.setUint32(at + 22 + shift, saidSize, true)
  }
  return zip
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function relationships(list: readonly (readonly [string, string])[]): string {
  const items = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

function sheetXml({ rows, merged }: TestSheet): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join('')
    return `<row r="${row + 1}">${written}</row>`
  })
  const merge = merged ? `<mergeCells count="1"><mergeCell ref="${merged}"/></mergeCells>` : ''
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData>${merge}</worksheet>`
}

function cellXml(cell: TestCell, place: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('serial' in cell) return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`
  if ('error' in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`
  const type = typeof cell.value === 'string' ? ' t="str"' : ''
  return `<c r="${place}"${type}><f>${escaped(cell.formula)}</f><v>${cell.value}</v></c>`
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
