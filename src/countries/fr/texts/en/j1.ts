import type { StepTexts } from '../step-text.ts'
import {
  brokenPromise,
  brokenPromiseNote,
  chorus,
  copies,
  crossed,
  hello,
  question,
  quietSubject,
  signature,
  whoNote,
} from './paragraphs.ts'

/** First reminder: an oversight is assumed. */
export const j1: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}{% if count == 1 %}Invoice {{ numbers }} is past due: an oversight?{% else %}{{ count }} invoices are past due: an oversight?{% endif %}{% endif %}`,
    body: `
${hello}

According to our records, {% if count == 1 %}the invoice below has fallen due and has not been paid
yet{% else %}the {{ count }} invoices below have fallen due and have not been paid yet{% endif %}. This is most likely
an oversight.
${copies}

${brokenPromise}

{{ invoices }}

{{ payment }}

${chorus}

Could you please arrange payment, or let us know what stands in the way: invoice not received, a disagreement, missing
information? ${crossed}

${question}

Kind regards,

${signature}
`,
  },
  call: {
    subject: `Reminder call: {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**Aim:** make sure that everything was received, and get a date. Friendly: an oversight is assumed.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

- “I am calling about a payment of {{ totals.asked }} that has fallen due. Do you have it scheduled?”
- Invoice not received: check the e-mail address, send the copy again during the call.
- Write down the date given and the person’s name.
`,
  },
}
