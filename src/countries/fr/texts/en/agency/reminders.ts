import type { StepTexts } from '../../../../../domain/law/texts.ts'
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

1. “Did this letter reach you? What is holding up payment?”
2. Listen without interrupting, then note a cause: oversight, invoice not received, bank details, disagreement, difficulty.
3. “On what date can you pay {{ totals.due }}?” Repeat the date and the amount.
4. Note any offer other than immediate payment, and any disagreement: the creditor must be told.
5. Conclude: say who will do what and when, and thank them.

**To avoid:** any threat, any mention of charges.
`,
  },
}

const demand = `
${sinceLetter} According to our records, {% if count == 1 %}it is{% else %}they are{% endif %} still unpaid.

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

**Subject: reminder of our letter {{ firstLetters }}**

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

1. “Despite this letter and our reminders, {{ totals.due }} is still unpaid. What is holding up payment?” Listen, note the cause.
2. “What date can you commit to?”
3. A temporary difficulty: note the payment plan offered, to be submitted to the creditor. Grant nothing without them.
4. Say what comes next: without a date, a final reminder, then a formal notice.
5. Sum up the date and the amount, and confirm in writing.

**To avoid:** any threat, any mention of charges, any conversation with anyone but the debtor.
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
