import type { StepTexts } from '../../step-text.ts'
import {
  brokenPromise,
  brokenPromiseNote,
  crossed,
  dearSirOrMadam,
  hello,
  penalties,
  whoNote,
} from '../paragraphs.ts'
import {
  agencySignature,
  callNote,
  charges,
  contest,
  letterSubject,
  sender,
  sinceLetter,
} from './paragraphs.ts'

/** First call after the letter. */
export const j4: StepTexts = {
  call: {
    subject: `Call: {{ debtor.name }}, {{ totals.due }}, letter {{ firstLetters }}`,
    body: `
**Aim:** learn whether the letter arrived, why the sum is unpaid, and leave with a date.

${whoNote}

${callNote}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

${brokenPromiseNote}

1. “Did this letter reach you? Is anything keeping you from paying?”
2. Listen, then note a cause: oversight, invoice not received, bank details, disagreement, difficulty.
3. “On what day can you pay {{ totals.due }}?” Repeat the date and the amount.
4. An offer other than immediate payment, or a disagreement: note it, the creditor must be told.

**Not to say:** no threat, no charge.
`,
  },
}

const demand = `
${sinceLetter} According to our records, {% if count == 1 %}it has{% else %}they have{% endif %} still not been paid.

${brokenPromise}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

**Please pay {{ totals.due }}, or tell us the date on which you will.**

{{ payment }}

${contest} ${charges}
`

/** The letter recalled in writing. */
export const j7: StepTexts = {
  email: {
    subject: letterSubject,
    body: `
${hello}
${demand}
${crossed}

Regards,

${agencySignature}
`,
  },
  letter: {
    subject: `Reminder of our letter {{ firstLetters }}`,
    body: `
${sender}

{{ today }}

{{ opening }}

${dearSirOrMadam}
${demand}
If your payment is already on its way, please disregard this letter.

Yours faithfully,

{{ signing }}

${agencySignature}
`,
  },
}

/** Firm call, or e-mail without a valid phone number. */
export const j11: StepTexts = {
  call: {
    subject: `Firm call: {{ debtor.name }}, {{ totals.due }}, letter {{ firstLetters }}`,
    body: `
**Aim:** a dated commitment, today. Firm and polite.

${whoNote}

${callNote}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

${brokenPromiseNote}

1. “Despite this letter and our reminders, {{ totals.due }} is still unpaid. I need a firm date.”
2. A temporary difficulty: note the payment plan offered, to be submitted to the creditor. Grant nothing without them.
3. Say what comes next: without a date, a last reminder, then a formal notice.
4. Sum up the date and the amount, and confirm in writing.

**Not to say:** no threat, no charge, nothing to anybody but the debtor.
`,
  },
  email: {
    subject: letterSubject,
    body: `
${dearSirOrMadam}

${sinceLetter} We have not been able to reach you by phone.

${brokenPromise}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

**Please confirm within two working days the date of your payment of {{ totals.due }}.**

${penalties}

{{ payment }}

${contest} ${charges} ${crossed}

Regards,

${agencySignature}
`,
  },
}
