import { expect, test } from 'vitest'
import { htmlText } from './html-text.ts'

test.each([
  ['<p>Bonjour,</p><p>C&rsquo;est   pay&eacute;&nbsp;: 12&#8364;</p>', 'Bonjour,\n\nC’est payé\u00a0: 12€'],
  ['<div>un</div><div>deux<br>trois</div>', 'un\ndeux\ntrois'],
  ['<style>p{color:red}</style><script>alert(1)</script><!-- non -->oui', 'oui'],
  ['oui<blockquote>un<br>deux</blockquote>non', 'oui\n> un\n> deux\nnon'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n c'],
  ['a &lt; b &amp; c &inconnu; &#0; &#x110000;', 'a < b & c &inconnu; \uFFFD \uFFFD'],
  ['<head><title>non</title></head><template>non</template><b>oui</b><o:p></o:p>', 'oui'],
  ['a<blockquote>b<blockquote>c</blockquote>d</blockquote>e', 'a\n> b\n> > c\n> d\ne'],
  ['<html><head><style>p{}</style><xml>96</xml><p>Bonjour</p>', 'Bonjour'],
  ['<p>jamais fermé', 'jamais fermé'],
])('%s', (html, text) => {
  expect(htmlText(html)).toBe(text)
})

test.each([
  '<div>',
  '<p>',
  '<',
  '<blockquote>',
  '&amp;',
  '<!--',
  '<a x="',
  '</div>',
  '</p>',
  '<td>',
  'a<br>',
  '<blockquote>a<br>',
])('nothing but %s ends all the same, and is no longer than it was, quotes apart', piece => {
  const html = piece.repeat(2 ** 18 / piece.length)
  expect(htmlText(html).length).toBeLessThanOrEqual(html.length)
})
