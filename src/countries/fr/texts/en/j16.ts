import type { StepTexts } from '../step-text.ts'
import { brokenPromise, crossed, dearSirOrMadam, penalties, question, signature } from './paragraphs.ts'

const demand = `
${dearSirOrMadam}

Despite our reminders, we have not received payment of {% if count == 1 %}the following invoice{% else %}the following
{{ count }} invoices{% endif %}.

${brokenPromise}

{{ invoices }}

**We ask you to pay the sum of {{ totals.asked }} without delay.**

${penalties} {% if debtor.isBusiness %}The amount asked above does not include them.{% endif %}

{{ payment }}

Without payment or an answer from you, we will have to send you a last reminder, then a formal notice to pay. If you
contest all or part of this sum, or are going through a difficult time, please write to us: it is better to come to an
arrangement now.
`

/** Firm demand: registered letter, or e-mail under the threshold and as a fallback. */
export const j16: StepTexts = {
  letter: {
    subject: `Demand for immediate payment: {{ totals.asked }}`,
    body: `
Registered letter with acknowledgement of receipt\\
{{ today }}

For the attention of {{ debtor.name }}

**Subject: demand for immediate payment**
${demand}
If your payment is already on its way, please disregard this letter.

Yours faithfully,

${signature}
`,
  },
  email: {
    subject: `Immediate payment requested: {{ totals.asked }}`,
    body: `${demand}
${crossed} ${question}

Yours faithfully,

${signature}
`,
  },
}
