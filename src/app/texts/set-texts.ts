import { judgeText, type TextProblem } from '../../documents/samples/judge-text.ts'
import { textInUse } from '../../documents/text/edited-texts.ts'
import { type ReadText, readTextFile, type TextFileFault } from '../../documents/text/text-file.ts'
import type { Day } from '../../domain/date.ts'
import type { Country } from '../../domain/law/country.ts'
import { textName } from '../../domain/organisation/text-key.ts'
import type { Tx } from '../../store/database.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { currentTexts } from '../../store/parties/texts.ts'
import { type Desk, inTransaction } from '../desk.ts'
import { type RefusedAs, refuse } from '../refused.ts'
import { writeText } from './write-text.ts'

export type SetTexts = {
  files: readonly { file: string; content: string }[]
  dryRun: boolean
}

/** A fault of a file with its line in the file; `about` says which fault. */
export type FileProblem = {
  file: string
  line: number | null
  severity: TextProblem['severity']
  kind: TextProblem['kind']
  about: TextProblem['about'] | { code: 'file'; fault: TextFileFault } | { code: 'same-text'; name: string }
}

/** `version` null in a dry run, and for what says nothing new. */
export type SetText = { file: string; name: string; version: number | null; unchanged: boolean }
export type TextsSet = { dryRun: boolean; texts: SetText[]; warnings: FileProblem[] }
export type TextsRefused = RefusedAs<'texts-refused'> & { problems: FileProblem[] }

/** Puts people's texts in place of those in use, all or none: each is read, checked and judged first. */
export async function setTexts(desk: Desk, input: SetTexts): Promise<TextsSet | TextsRefused> {
  const { files, dryRun } = input
  const read = files.map(({ file, content }) => ({ file, read: readTextFile(content) }))
  const problems = read.flatMap(({ file, read }) => problemsOf(desk.country, file, read, desk.today))
  problems.push(...saidTwice(read))
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    return { ...refuse('texts-refused', { faults: errors.length }), problems }
  }
  const texts = await inTransaction(desk, dryRun, async tx => {
    await lockOrganisation(tx)
    const written: SetText[] = []
    for (const { file, read: text } of read) {
      if ('code' in text) throw new Error(`${file}: ${text.code}`)
      written.push({ file, ...(await write(desk, tx, text)) })
    }
    return written.map(each => (dryRun ? { ...each, version: null } : each))
  })
  return { dryRun, texts, warnings: problems }
}

async function write(desk: Desk, tx: Tx, { key, text }: ReadText): Promise<Omit<SetText, 'file'>> {
  const name = textName(key)
  const inUse = textInUse(desk.country.texts, key, await currentTexts(tx, key.step))
  if (inUse && isSame(inUse, text)) return { name, version: null, unchanged: true }
  return { name, version: await writeText(desk, tx, key, text), unchanged: false }
}

function isSame(a: { subject: string; body: string }, b: { subject: string; body: string }): boolean {
  return a.subject.trim() === b.subject.trim() && a.body.trim() === b.body.trim()
}

function problemsOf(
  country: Country,
  file: string,
  read: ReadText | TextFileFault,
  date: Day,
): FileProblem[] {
  if ('code' in read) {
    const about = { code: 'file', fault: read } as const
    return [{ file, line: read.line, severity: 'error', kind: null, about }]
  }
  const { key, text, subjectLine, bodyLine } = read
  return judgeText(country, key, text, date)
    .map(({ part, line, ...problem }) => ({
      ...problem,
      file,
      line: line === null ? null : part === 'subject' ? subjectLine : bodyLine + line - 1,
    }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/** Two files for one text: the order in which they were named must not choose. */
function saidTwice(read: readonly { file: string; read: ReadText | TextFileFault }[]): FileProblem[] {
  const seen = new Set<string>()
  return read.flatMap(({ file, read }): FileProblem[] => {
    if ('code' in read) return []
    const name = textName(read.key)
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ file, line: 1, severity: 'error', kind: null, about: { code: 'same-text', name } }]
  })
}
