import { expect, test } from 'vitest'
import { htmlText } from './html-text.ts'

test.each([
  ['<p>Bonjour,</p><p>C&rsquo;est   pay&eacute;&nbsp;: 12&#8364;</p>', 'Bonjour,\n\nC’est payé\u00a0: 12€'],
  ['<div>un</div><div>deux<br>trois</div>', 'un\ndeux\ntrois'],
  ['<style>p{color:red}</style><script>alert(1)</script><!-- non -->oui', 'oui'],
  ['oui<blockquote>un<br>deux</blockquote>non', 'oui\n> un\n> deux\nnon'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n c'],
  ['a &lt; b &amp; c &inconnu; &#0; &#x110000;', 'a < b & c &inconnu; &#0; &#x110000;'],
  ['<p>jamais fermé', 'jamais fermé'],
])('%s', (html, text) => {
  expect(htmlText(html)).toBe(text)
})
