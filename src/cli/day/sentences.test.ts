import { expect, test } from 'vitest'
import type { DayReport, RunAction } from '../../app/day/run-day.ts'
import { dayText } from './sentences.ts'

const action = (some: Partial<RunAction>): RunAction => ({
  id: '1-1',
  case: 'NORD/DURAND',
  debtor: 'Durand SARL',
  step: 'j1',
  stage: 'level-1',
  channel: 'email',
  mode: 'automatic',
  status: 'planned',
  items: ['F-1', 'F-2'],
  amountCents: 123_456,
  because: [
    { code: 'overdue', params: { item: 'F-1', days: 1 } },
    { code: 'step-due', params: { step: 'j1', plannedOn: '2026-02-14' } },
    { code: 'account-grouped', params: { items: 2 } },
    { code: 'credits-netted', params: { cents: 6000 } },
  ],
  ...some,
})

const DAY: DayReport = {
  date: '2026-02-16',
  cases: 9,
  actions: [
    action({}),
    action({
      id: '2-4',
      debtor: 'Roux & Fils',
      step: 'j11',
      stage: 'level-2',
      channel: 'call',
      mode: 'manual',
      status: 'open',
      items: ['F-7'],
      because: [
        { code: 'channel-failed', params: { channel: 'email' } },
        { code: 'dispute-excluded', params: { cents: 50 } },
      ],
    }),
    action({
      id: '3-2',
      debtor: 'Petit Transports',
      mode: 'to-confirm',
      status: 'proposed',
      amountCents: 9_999_999,
      because: [{ code: 'first-message', params: {} }],
    }),
  ],
  holds: [
    { case: 'NORD/FAURE', items: ['F-3'], reason: 'plan', until: '2026-03-03' },
    { case: 'NORD/LEROY', items: ['F-4', 'F-5'], reason: 'dispute', until: null },
  ],
  tasks: [
    { case: 'NORD/BONNET', debtor: 'Bonnet', code: 'fix-contact', items: ['F-6'], params: {} },
    { case: 'NORD/BLANC', debtor: 'Blanc', code: 'refund-or-allocate', items: [], params: {} },
  ],
  skipped: [
    { case: 'NORD/GARNIER', step: 'j16', code: 'below-minimum' },
    { case: 'NORD/VILLE', step: 'j1', code: 'entry' },
  ],
  promises: [{ case: 'NORD/MOREAU', debtor: 'Moreau', outcome: 'broken', amountCents: 80_000 }],
  closed: [{ case: 'NORD/MARTIN', reason: 'paid' }],
  errors: [{ case: 'NORD/AUTRE', message: 'unknown scenario' }],
  bankData: [],
}

const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

test('a day in French', () => {
  expect(spaced(dayText(DAY, 'fr'))).toMatchInlineSnapshot(`
    "Journée du 16/02/2026 : 9 dossiers examinés

    Messages à envoyer
      1-1  Durand SARL — e-mail, niveau 1 (j1) — 1 234,56 € : F-1, F-2
            F-1 échue depuis 1 j ; étape j1 prévue le 14/02/2026 ; 2 échéances regroupées ; 60,00 € au crédit du compte déduits

    À faire
      2-4  Roux & Fils — appel, niveau 2 (j11) — 1 234,56 € : F-7
            échec par e-mail ; 0,50 € en litige non réclamés

    À valider
      3-2  Petit Transports — e-mail, niveau 1 (j1) — 99 999,99 € : F-1, F-2
            premier message à ce débiteur : à confirmer

    Suspendus
      NORD/FAURE : échéancier (F-3) jusqu'au 03/03/2026
      NORD/LEROY : litige (F-4, F-5) jusqu'à décision

    Tâches
      NORD/BONNET : trouver une adresse valable (F-6)
      NORD/BLANC : rembourser ou lettrer le crédit (compte)

    Promesses
      Moreau : 800,00 € promis, non réglés

    Étapes sautées
      NORD/GARNIER : j16 (montant trop faible)
      NORD/VILLE : j1 (déjà en retard à son arrivée)

    Dossiers soldés
      NORD/MARTIN : tout est réglé

    Échecs
      NORD/AUTRE : unknown scenario

    Le premier message à chaque débiteur attend votre accord : « quittance action N° confirm », puis « quittance run ».
    « quittance setting first-message automatic » les laisse tous partir d’eux-mêmes."
  `)
})

test('the same day in English', () => {
  expect(spaced(dayText(DAY, 'en'))).toMatchInlineSnapshot(`
    "16 Feb 2026: 9 cases looked at

    Messages to send
      1-1  Durand SARL — e-mail, level 1 (j1) — €1,234.56: F-1, F-2
            F-1 1 day overdue; step j1 planned for 14 Feb 2026; 2 items in one message; €60.00 of credit on the account taken off

    To do
      2-4  Roux & Fils — call, level 2 (j11) — €1,234.56: F-7
            failed by e-mail; €0.50 in dispute not asked for

    To be agreed
      3-2  Petit Transports — e-mail, level 1 (j1) — €99,999.99: F-1, F-2
            first message to this debtor: to be confirmed

    Held
      NORD/FAURE: payment plan (F-3) until 3 Mar 2026
      NORD/LEROY: dispute (F-4, F-5) until a person decides

    Tasks
      NORD/BONNET: find a valid address (F-6)
      NORD/BLANC: refund or allocate the credit (account)

    Promises
      Moreau: €800.00 promised, not paid

    Skipped steps
      NORD/GARNIER: j16 (amount too small)
      NORD/VILLE: j1 (already late when it came in)

    Cases settled
      NORD/MARTIN: everything is paid

    Failures
      NORD/AUTRE: unknown scenario

    The first message to each debtor waits for your agreement: "quittance action ID confirm", then "quittance run".
    "quittance setting first-message automatic" lets them all leave by themselves."
  `)
})

test('a day on which nothing is new says so', () => {
  const none = {
    actions: [],
    holds: [],
    tasks: [],
    skipped: [],
    promises: [],
    closed: [],
    errors: [],
    bankData: [],
  }
  const empty: DayReport = { date: '2026-02-16', cases: 0, ...none }
  expect(dayText(empty, 'fr')).toContain('Rien de nouveau à décider')
  expect(dayText(empty, 'en')).toContain('Nothing new to decide')
})
