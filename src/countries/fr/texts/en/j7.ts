import type { StepTexts } from '../step-text.ts'
import {
  brokenPromise,
  brokenPromiseNote,
  chorus,
  crossed,
  hello,
  question,
  quietSubject,
  signature,
  whoNote,
} from './paragraphs.ts'

/** Second reminder: asks for a date. */
export const j7: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}{% if count == 1 %}Invoice {{ numbers }}: when will it be paid?{% else %}{{ count }} invoices past due: when will they be paid?{% endif %}{% endif %}`,
    body: `
${hello}

We are writing again about {% if count == 1 %}the invoice below, still unpaid{% else %}these {{ count }} invoices, still
unpaid{% endif %} today, for an amount of {{ totals.asked }}.

${brokenPromise}

{{ invoices }}

**Could you tell us the date on which the transfer will be made?** One line in reply to this message is enough.

If something stands in the way (a disagreement, an invoice you cannot find, a temporary difficulty), please tell us as
well: we will look for a solution with you.

{{ payment }}

${chorus}

${crossed} ${question}

Regards,

${signature}
`,
  },
  call: {
    subject: `Call: a payment date, {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**Aim:** get a precise payment date.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

- “We have not received {{ totals.asked }} yet. On what date will the transfer be made?”
- No date possible: ask why, who decides, when to call back.
- Write down the date, the amount, the person. A disagreement is recorded as a dispute.
`,
  },
}
