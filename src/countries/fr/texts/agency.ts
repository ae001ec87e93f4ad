import type { ScenarioTexts } from '../../../domain/law/texts.ts'
import * as lastEn from './en/agency/last-steps.ts'
import { r1 as r1En } from './en/agency/r1.ts'
import * as remindersEn from './en/agency/reminders.ts'
import * as lastFr from './fr/agency/last-steps.ts'
import { r1 as r1Fr } from './fr/agency/r1.ts'
import * as remindersFr from './fr/agency/reminders.ts'

/** What an agency says for its clients: the letter of CPCE R124-4, then messages that repeat its reference and date. */
export const agencyTexts: ScenarioTexts = {
  fr: {
    r1: r1Fr,
    j4: remindersFr.j4,
    j7: remindersFr.j7,
    j11: remindersFr.j11,
    j30: lastFr.j30,
    j40: lastFr.j40,
    j60: lastFr.j60,
    'payment-rejected': lastFr.paymentRejected,
  },
  en: {
    r1: r1En,
    j4: remindersEn.j4,
    j7: remindersEn.j7,
    j11: remindersEn.j11,
    j30: lastEn.j30,
    j40: lastEn.j40,
    j60: lastEn.j60,
    'payment-rejected': lastEn.paymentRejected,
  },
}
