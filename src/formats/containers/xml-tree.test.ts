import { expect, test } from 'vitest'
import { find, readXml, type Xml } from './xml-tree.ts'

function rootOf(text: string): Xml {
  const read = readXml(text)
  if ('code' in read) throw new Error(read.code)
  return read.root
}

const refusal = (text: string) => {
  const read = readXml(text)
  return 'code' in read ? `${read.line} ${read.code}` : 'read'
}

test.each(['\n', '\r\n', '\r'])(
  'each element knows the line on which it begins, whatever ends lines: %j',
  end => {
    const root = rootOf(['<?xml version="1.0"?>', '<a', '  b="1"', '>', '<c/>', '</a>'].join(end))
    expect([root.line, find(root, 'c')?.line, find(root, 'c')?.place]).toEqual([2, 5, 'a/c'])
  },
)

test('text is that of the element alone, CDATA and entities as what they stand for, attributes without prefixes', () => {
  const root = rootOf(
    '<p:a xmlns:p="urn:p" p:b="x &amp; y"> é<![CDATA[<&]]>&#233;<!-- no --><c>z</c>&lt; </p:a>',
  )
  expect(root).toMatchObject({ name: 'a', text: 'é<&é<', attributes: { b: 'x & y' } })
  expect(readXml('<p:a xmlns:p="urn:p"/>')).toMatchObject({ namespace: 'urn:p' })
  expect(readXml('<a xmlns="urn:q"/>')).toMatchObject({ namespace: 'urn:q' })
  expect(readXml('<p:a/>')).toMatchObject({ namespace: null })
})

test('an element or attribute with the name of what all objects have is one like any other', () => {
  const root = rootOf('<a __proto__="1"><__proto__>x</__proto__></a>')
  expect([find(root, '__proto__')?.text, Object.keys(root.attributes)]).toEqual(['x', ['__proto__']])
})

test.each([
  ['2 xml-declaration', '<?xml version="1.0"?>\n<!DOCTYPE a [\n<!ENTITY b "c">\n]>\n<a>&b;</a>'],
  ['2 bad-xml', '<a>\n&b;</a>'],
  ['1 bad-xml', '<a>&#0;</a>'],
  ['2 bad-xml', '<a/>\n<b/>'],
  ['2 bad-xml', '<a/>\nmore'],
  ['2 bad-xml', '<a><b>\n</a>'],
  ['1 bad-xml', '<a><b></b>'],
  ['1 bad-xml', ''],
  ['1 bad-xml', '<a>'.repeat(101) + '</a>'.repeat(101)],
  ['read', '<a>'.repeat(100) + '</a>'.repeat(100)],
])('%s: %j', (told, text) => {
  expect(refusal(text)).toBe(told)
})
