import type { Problem } from '../../formats/problem.ts'
import { readStatements, type StatementFile } from '../../formats/statements/read-statements.ts'
import type { SourceFile } from '../source-file.ts'

/** The statements of a file. What an archive of statements holds besides, a letter or a list, is told and left. */
export async function readStatementFile({ name, bytes }: SourceFile): Promise<StatementFile[]> {
  const { files } = await readStatements(bytes, { fileName: name })
  if (!files.some(({ reading }) => reading.complete)) return files
  return files.map(({ name, reading }) =>
    reading.problems.some(({ code }) => code === 'unsupported-format')
      ? { name, reading: { ...reading, complete: true, problems: reading.problems.map(asWarning) } }
      : { name, reading },
  )
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' }
}
