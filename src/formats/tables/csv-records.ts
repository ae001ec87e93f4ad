/**
 * The lines of a delimited text → its records. A quote opens a cell only at its start; `""` inside is a quote; a cell whose
 * closing quote is followed by anything but a separator was no quoted cell, and is kept as it is written.
 */
export type RecordReader = {
  /** The cells of the record that ends with this line; null when a quoted cell goes on below. */
  take(line: string): string[] | null
  /** Letters of the quoted cell that is still open; null when none is. */
  openLength(): number | null
}

export function recordReader(separator: string): RecordReader {
  let cells: string[] = []
  let field = ''
  let quoting = false
  const takeQuoted = (line: string): string[] | null => {
    let at = 0
    for (;;) {
      if (!quoting && field === '' && line[at] === '"') {
        quoting = true
        at += 1
      }
      if (quoting) {
        const quote = line.indexOf('"', at)
        if (quote < 0) {
          field += `${line.slice(at)}\n`
          return null
        }
        field += line.slice(at, quote)
        at = quote + 1
        const next = line[at]
        if (next === '"') {
          field += '"'
          at += 1
          continue
        }
        quoting = false
        if (next !== undefined && next !== separator) field = `"${field}"`
      }
      const end = line.indexOf(separator, at)
      cells.push(field + line.slice(at, end < 0 ? line.length : end))
      field = ''
      if (end < 0) {
        const record = cells
        cells = []
        return record
      }
      at = end + 1
    }
  }
  return {
    take: line => (quoting || line.includes('"') ? takeQuoted(line) : line.split(separator)),
    openLength: () => (quoting ? field.length : null),
  }
}
