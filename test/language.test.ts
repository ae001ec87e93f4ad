/** In which language the program answers, from its environment. */
import { expect, test } from 'vitest'
import { readLanguage } from '../src/config.ts'

test.each([
  [{}, 'fr'],
  [{ LANG: 'C.UTF-8' }, 'fr'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8' }, 'fr'],
  [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'en_US' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', QUITTANCE_LANG: 'fr' }, 'fr'],
  [{ LANG: 'fr_FR.UTF-8', QUITTANCE_LANG: 'en' }, 'en'],
  [{ LC_ALL: '', LANG: 'en_IE' }, 'en'],
])('%j answers in %s', (environment, language) => {
  expect(readLanguage(environment)).toBe(language)
})
