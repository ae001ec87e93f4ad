import type { ScenarioTexts } from '../../../domain/law/texts.ts'
import { invoiceSent as invoiceSentEn } from './en/invoice-sent.ts'
import { j1 as j1En } from './en/j1.ts'
import { j4 as j4En } from './en/j4.ts'
import { j7 as j7En } from './en/j7.ts'
import { j11 as j11En } from './en/j11.ts'
import { j16 as j16En } from './en/j16.ts'
import { j30 as j30En } from './en/j30.ts'
import { j32 as j32En } from './en/j32.ts'
import { j40 as j40En } from './en/j40.ts'
import { j60 as j60En } from './en/j60.ts'
import { p15 as p15En } from './en/p15.ts'
import { paymentRejected as paymentRejectedEn } from './en/payment-rejected.ts'
import { sales as salesEn } from './en/sales.ts'
import { invoiceSent as invoiceSentFr } from './fr/invoice-sent.ts'
import { j1 as j1Fr } from './fr/j1.ts'
import { j4 as j4Fr } from './fr/j4.ts'
import { j7 as j7Fr } from './fr/j7.ts'
import { j11 as j11Fr } from './fr/j11.ts'
import { j16 as j16Fr } from './fr/j16.ts'
import { j30 as j30Fr } from './fr/j30.ts'
import { j32 as j32Fr } from './fr/j32.ts'
import { j40 as j40Fr } from './fr/j40.ts'
import { j60 as j60Fr } from './fr/j60.ts'
import { p15 as p15Fr } from './fr/p15.ts'
import { paymentRejected as paymentRejectedFr } from './fr/payment-rejected.ts'
import { sales as salesFr } from './fr/sales.ts'

/** What each step says when a creditor collects its own claims, on its channel and each fallback, to any kind of debtor. */
export const ownClaimTexts: ScenarioTexts = {
  fr: {
    p15: p15Fr,
    j1: j1Fr,
    j4: j4Fr,
    j7: j7Fr,
    sales: salesFr,
    j11: j11Fr,
    j16: j16Fr,
    j30: j30Fr,
    j32: j32Fr,
    j40: j40Fr,
    j60: j60Fr,
    'payment-rejected': paymentRejectedFr,
    'invoice-sent': invoiceSentFr,
  },
  en: {
    p15: p15En,
    j1: j1En,
    j4: j4En,
    j7: j7En,
    sales: salesEn,
    j11: j11En,
    j16: j16En,
    j30: j30En,
    j32: j32En,
    j40: j40En,
    j60: j60En,
    'payment-rejected': paymentRejectedEn,
    'invoice-sent': invoiceSentEn,
  },
}
