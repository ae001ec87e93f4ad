/** Replies written for the rules: what each suggests, exactly, and in its own words. */
import { describe, expect, test } from 'vitest'
import { suggestionLine, writtenReplies } from '../../../test/replies.ts'
import { newText } from '../mail/email-new-text.ts'
import { suggestionsOf } from './reply-suggestions.ts'

const MEASURES = ['first', 'second', 'third', 'fourth', 'fifth'].map(name => `${name}-measure.txt`)

describe.each(['french.txt', 'english.txt', ...MEASURES])('%s', file => {
  test.each(writtenReplies(file))('$name', ({ body, sentOn, expected }) => {
    const written = newText(body)
    const suggestions = suggestionsOf(written, sentOn)
    expect(suggestions.map(suggestionLine).sort()).toEqual(expected)
    for (const { evidence } of suggestions) expect(written).toContain(evidence)
  })
})
