import { expect, test } from 'vitest'
import { taskSentence } from './tasks.ts'

const DATES = { by: '2026-05-18', deadline: '2026-05-18', months: 2, judgmentOn: '2026-03-16' }

test('says by when, and from what it was counted', () => {
  expect(taskSentence({ code: 'declare-claim', params: { ...DATES, publishedOn: '2026-03-18' } }, 'fr')).toBe(
    'déclarer la créance au mandataire judiciaire au plus tard le 18/05/2026 (2 mois après la publication au BODACC du 18/03/2026)',
  )
  expect(taskSentence({ code: 'declare-claim', params: DATES }, 'en')).toBe(
    'declare the claim to the mandataire judiciaire by 18 May 2026 (publication in the BODACC unknown: 2 months counted from the judgment of 16 Mar 2026, to be safe)',
  )
})

test('once it is too late, by when relief can be asked for', () => {
  const missed = { ...DATES, by: '2026-09-18', publishedOn: '2026-03-18' }
  expect(taskSentence({ code: 'declaration-missed', params: missed }, 'fr')).toBe(
    'créance non déclarée à temps : demander le relevé de forclusion au plus tard le 18/09/2026 (le délai a expiré le 18/05/2026 ; 2 mois après la publication au BODACC du 18/03/2026)',
  )
})

test('a task without dates is its words alone', () => {
  expect(taskSentence({ code: 'plan-broken', params: {} }, 'en')).toBe('the payment plan is no longer kept')
})
