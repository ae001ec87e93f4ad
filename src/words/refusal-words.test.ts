import { expect, test } from 'vitest'
import type { Refusal, RefusalCode, RefusalParams } from '../domain/refusal.ts'
import { refusalOfCase } from './refusal-words.ts'

type Told = {
  [Code in RefusalCode]: readonly (readonly [params: RefusalParams[Code], fr: string, en: string])[]
}

const date = '2026-03-09'
const day = { date, recordedOn: '2026-03-02' }

const TOLD: Told = {
  'unknown-item': [
    [
      { item: 'F-9', known: ['F-1', 'F-2'] },
      "F-9 n'est pas dans ce dossier (F-1, F-2)",
      'F-9 is not in this case (F-1, F-2)',
    ],
    [
      { item: 'F-9', known: [] },
      "F-9 n'est pas dans ce dossier (aucune facture)",
      'F-9 is not in this case (no invoice)',
    ],
  ],
  'unknown-step': [
    [
      { step: 'j9', scenario: 'gentle', known: ['j1', 'j7'] },
      "l'étape « j9 » n'est pas dans le scénario gentle (j1, j7)",
      'step "j9" is not in the scenario gentle (j1, j7)',
    ],
  ],
  'no-such-action': [
    [
      { lacking: 'message', channel: 'sms' },
      "aucun message n'est parti par ce canal (sms)",
      'no message has left by this channel (sms)',
    ],
    [
      { lacking: 'registered-letter' },
      "aucune lettre recommandée n'est partie dans ce dossier",
      'no registered letter has left in this case',
    ],
    [
      { lacking: 'step', step: 'j7' },
      'aucune action « j7 » en attente dans ce dossier',
      'no action "j7" is waiting in this case',
    ],
  ],
  'invoice-exists': [
    [
      { invoice: 'F-1' },
      'la facture F-1 existe déjà dans ce dossier',
      'the case has the invoice F-1 already',
    ],
  ],
  'nothing-open': [
    [{ about: 'item', item: 'F-1/2' }, 'F-1/2 est déjà soldée', 'F-1/2 is settled already'],
    [
      { about: 'invoice', invoice: 'F-1' },
      "la facture F-1 n'a plus de solde",
      'nothing is owed any more of the invoice F-1',
    ],
    [{ about: 'call' }, "tout ce que l'appel concernait est soldé", 'all that the call was about is settled'],
    [
      { about: 'overdue' },
      "rien n'est échu dans ce dossier : nommez les factures",
      'nothing is overdue in this case: name the invoices',
    ],
  ],
  'amount-too-high': [
    [
      { item: 'F-1', amountCents: 120_050 },
      "F-1 n'a pas reçu 1200.50 : rien à rejeter pour ce montant",
      'F-1 did not receive 1200.50: no such amount can come back',
    ],
  ],
  'amount-of-one-item': [
    [
      { items: ['F-1', 'F-2'] },
      "l'appel concerne F-1, F-2 : dites de laquelle ce montant est contesté",
      'the call is about F-1, F-2: say of which one this amount is disputed',
    ],
  ],
  'date-in-the-past': [
    [
      { what: 'pause', date, against: '2026-03-10' },
      'la pause finit le 2026-03-09, avant le jour où elle est notée (2026-03-10)',
      'the pause ends on 2026-03-09, before the day on which it is recorded (2026-03-10)',
    ],
    [
      { what: 'call-back', date, against: '2026-03-10' },
      "le rappel du 2026-03-09 ne vient pas après l'appel (2026-03-10) : donnez un jour à venir",
      'the call back of 2026-03-09 does not come after the call (2026-03-10): give a day to come',
    ],
    [
      { what: 'publication', date, against: '2026-03-10' },
      'la publication (2026-03-09) précède le jugement (2026-03-10)',
      'the publication (2026-03-09) comes before the judgment (2026-03-10)',
    ],
    [
      { what: 'declaration', date, against: '2026-03-10' },
      'la déclaration (2026-03-09) précède le jugement (2026-03-10)',
      'the declaration (2026-03-09) comes before the judgment (2026-03-10)',
    ],
    [
      { what: 'closing', date, against: '2026-03-10' },
      'la clôture (2026-03-09) précède le jugement (2026-03-10)',
      'the closing (2026-03-09) comes before the judgment (2026-03-10)',
    ],
  ],
  'date-in-the-future': [
    [
      { what: 'event', ...day },
      "le 2026-03-09 n'est pas encore venu (2026-03-02)",
      '2026-03-09 has not come yet (2026-03-02)',
    ],
    [
      { what: 'judgment', ...day },
      'le jugement (2026-03-09) vient après le jour où elle est notée (2026-03-02)',
      'the judgment (2026-03-09) comes after the day on which it is recorded (2026-03-02)',
    ],
    [
      { what: 'over-indebtedness', ...day },
      'la décision (2026-03-09) vient après le jour où elle est notée (2026-03-02)',
      'the decision (2026-03-09) comes after the day on which it is recorded (2026-03-02)',
    ],
    [
      { what: 'performance', ...day },
      "l'exécution (2026-03-09) vient après le jour où elle est notée (2026-03-02)",
      'the performance (2026-03-09) comes after the day on which it is recorded (2026-03-02)',
    ],
  ],
  'already-noted': [[{ item: 'F-1' }, 'F-1 est déjà notée douteuse', 'F-1 is noted as doubtful already']],
  'not-doubtful': [
    [
      { item: 'F-1' },
      "F-1 n'est pas notée douteuse : notez d'abord « doubtful F-1 »",
      'F-1 is not noted as doubtful: record "doubtful F-1" first',
    ],
  ],
  'tax-unknown': [
    [
      { invoices: ['F-1', 'F-2'] },
      "la TVA de F-1, F-2 n'est pas connue : notez-la d'abord, par exemple « tax F-1 200.00 » (0.00 s'il n'y en a pas)",
      'the VAT of F-1, F-2 is not known: record it first, for instance "tax F-1 200.00" (0.00 where there is none)',
    ],
  ],
  'tax-too-high': [
    [
      { item: 'F-1', taxCents: 30_000, amountCents: 20_000 },
      'la TVA (300.00) dépasse le montant TTC de F-1 (200.00)',
      'the VAT (300.00) is more than the amount of F-1 including tax (200.00)',
    ],
  ],
  'no-insolvency': [
    [
      {},
      'aucune procédure collective en cours dans ce dossier',
      'the case has no insolvency proceedings under way',
    ],
  ],
  'costs-of-consumer': [
    [
      {},
      'les frais de recouvrement ne se réclament pas à un particulier : rien n’a été noté',
      'recovery costs are not claimed from a consumer: nothing was recorded',
    ],
  ],
  'invoice-on-its-way': [
    [
      { invoice: 'F-1' },
      'la facture F-1 est déjà partie ce jour, ou en chemin',
      'the invoice F-1 has left today already, or is on its way',
    ],
  ],
  'story-only': [
    [{ fact: 'down' }, "« down » n'a de sens que dans une histoire", '"down" only makes sense in a story'],
  ],
}

const CASES = Object.entries(TOLD).flatMap(([refused, told]) =>
  told.map(([params, fr, en]) => ({ refusal: { refused, params } as Refusal, fr, en })),
)

test.each(CASES)('$fr', ({ refusal, fr, en }) => {
  expect(refusalOfCase(refusal)).toEqual({ fr, en })
})
