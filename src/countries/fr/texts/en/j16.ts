import type { StepTexts } from '../../../../domain/law/texts.ts'
import {
  brokenPromise,
  chorus,
  crossed,
  dearSirOrMadam,
  parties,
  penalties,
  question,
  quietSubject,
  signature,
} from './paragraphs.ts'

const demand = `
${dearSirOrMadam}

Despite our reminders, we have not received payment of {% if count == 1 %}the following invoice{% else %}the following
invoices{% endif %}.

${brokenPromise}

{{ invoices }}

**We ask you to pay the sum of {{ totals.asked }} without delay.**

${penalties} {% unless debtor.isConsumer %}The amount asked above does not include them.{% endunless %}

{{ payment }}

${chorus}

Without payment or a reply from you, we will have to send you a final reminder, then a formal notice to pay. If you
dispute all or part of this sum, or are going through a difficult time, please write to us without delay: an amicable
solution is still possible.
`

/** Firm demand: letter, registered or not, or e-mail under the threshold and as a fallback. */
export const j16: StepTexts = {
  letter: {
    subject: `Demand for immediate payment: {{ totals.asked }}`,
    body: `
${parties}

**Subject: demand for immediate payment**

{{ opening }}
${demand}
If your payment is already on its way, please disregard this letter.

Yours faithfully,

{{ signing }}

${signature}
`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}Immediate payment requested: {{ totals.asked }}{% endif %}`,
    body: `${demand}
${crossed} ${question}

Yours faithfully,

${signature}
`,
  },
}
