import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInvoices } from '../formats/invoices/read.ts'
import { readFiles, withOpenFiles } from './input-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'quittance-files-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a file is read where it stands, no further than its end', async () => {
  const file = await written('a.txt', 'bonjour')
  await withOpenFiles([file], async ([opened]) => {
    expect(Buffer.from(opened?.source.read(3, 1024) ?? []).toString()).toBe('jour')
    expect(Buffer.from(opened?.source.read(0, 3) ?? []).toString()).toBe('bon')
  })
})

test('a file that shrinks while it is read is an outage, not a shorter file', async () => {
  const file = await written('b.txt', 'bonjour')
  await withOpenFiles([file], async ([opened]) => {
    await truncate(file, 2)
    expect(() => opened?.source.read(0, 7)).toThrow(/shorter/)
  })
})

test('two gigabytes are refused by a sentence, whole or read by pieces', async () => {
  const file = await written('c.csv', '')
  await truncate(file, 2 ** 31 + 1)
  await expect(readFiles([file])).rejects.toMatchObject({ code: 'file-too-large' })
  await withOpenFiles([file], async ([opened]) => {
    const source = opened?.source ?? { size: 0, read: () => new Uint8Array() }
    const reading = await openInvoices(source, { fileName: file, dueOn: issuedOn => issuedOn })
    expect(reading.problems()).toMatchObject([{ code: 'file-too-large' }])
  })
})

test.each(['absent.csv', '.'])('%s is a wrong use', async name => {
  const wrong = { code: 'unreadable-file' }
  await expect(readFiles([path.join(folder, name)])).rejects.toMatchObject(wrong)
  await expect(withOpenFiles([path.join(folder, name)], async () => 0)).rejects.toMatchObject(wrong)
})

async function written(name: string, content: string): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}
