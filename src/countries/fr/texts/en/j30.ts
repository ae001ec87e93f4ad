import type { StepTexts } from '../../../../domain/law/texts.ts'
import {
  brokenPromise,
  crossed,
  dearSirOrMadam,
  parties,
  penalties,
  question,
  quietSubject,
  signature,
} from './paragraphs.ts'

const lastReminder = `
${dearSirOrMadam}

Our previous reminders have had no effect. {% if count == 1 %}The following invoice remains unpaid{% else %}The following
invoices remain unpaid{% endif %}. This is **our final reminder before a formal notice to pay**.

${brokenPromise}

{{ invoices }}

${penalties}

{% if claim %}To date, our claim stands as follows:

{{ claim }}{% endif %}

**We ask you to pay {{ totals.due }} within eight days.** After that, we will have no choice but to send you a formal
notice to pay, by registered letter.

{{ payment }}

A dispute or a request for a payment plan can still be considered, provided that it reaches us in writing within the
same time.
`

/** Final reminder before the formal notice, with the full claim when it is known. */
export const j30: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}Final reminder before formal notice: {{ totals.due }}{% endif %}`,
    body: `${lastReminder}
${crossed} ${question}

Yours faithfully,

${signature}
`,
  },
  letter: {
    subject: `Final reminder before formal notice: {{ totals.due }}`,
    body: `
${parties}

**Subject: final reminder before formal notice**

{{ opening }}
${lastReminder}
If your payment is already on its way, please disregard this letter.

Yours faithfully,

{{ signing }}

${signature}
`,
  },
}
