import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { refusalSentence } from './refusals.ts'

const desk = fileURLToPath(new URL('../app', import.meta.url))

test('whatever a use case refuses is said in English too', () => {
  const source = readdirSync(desk, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => readFileSync(`${desk}/${name}`, 'utf8'))
    .join('\n')
  const codes = new Set([...source.matchAll(/refused: '([a-z-]+)'/g)].map(([, code]) => code as string))
  expect(codes.size).toBeGreaterThan(80)
  const unsaid = [...codes].filter(refused =>
    refusalSentence({ refused, message: 'FRENCH' }).en.includes('FRENCH'),
  )
  expect(unsaid).toEqual([])
})
