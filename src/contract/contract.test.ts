/** What holds of every shape of the contract, whatever it is of. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)
const modules: Record<string, unknown>[] = await Promise.all(
  files.map(file => import(new URL(file, import.meta.url).href)),
)
const shapes = modules.flatMap(module =>
  Object.entries(module).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [{ name, shape: value }] : [],
  ),
)

test.each(shapes)('$name is strict, and can be shown in an OpenAPI document', ({ shape }) => {
  // As JSON carries it: `io: 'output'` would be what the domain counts with.
  const schema = z.toJSONSchema(shape, { io: 'input' })
  expect(objectsOf(schema).filter(({ additionalProperties }) => additionalProperties === undefined)).toEqual(
    [],
  )
})

type Node = { type?: unknown; additionalProperties?: unknown }

/** Every object of a schema, however deep. A record says what its values are. */
function objectsOf(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return []
  const own = 'type' in node && node.type === 'object' ? [node as Node] : []
  return [...own, ...Object.values(node).flatMap(objectsOf)]
}
