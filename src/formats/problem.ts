/** `error`: the row, or the file, is refused. `warning`: it is taken, and a person should look. */
export type Problem = {
  line: number | null
  code: string
  severity: 'error' | 'warning'
  message: string
}

export function error(line: number | null, code: string, message: string): Problem {
  return { line, code, severity: 'error', message }
}

export function warning(line: number | null, code: string, message: string): Problem {
  return { line, code, severity: 'warning', message }
}
