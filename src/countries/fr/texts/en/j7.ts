import type { StepTexts } from '../../../../domain/law/texts.ts'
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

We are writing again about {% if count == 1 %}the invoice below, which is still
unpaid{% else %}the invoices below, which are still unpaid{% endif %}, for a total of {{ totals.asked }}.

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

1. “Unless I am mistaken, we have not received {{ totals.asked }} yet. What is holding up payment?”
2. Listen, then note a cause. A disagreement is recorded as a dispute, without arguing.
3. “On what date will the transfer be made?” No date possible: ask who decides, and when to call them back.
4. Conclude: repeat the date and the amount, and thank them.

**To note:** person reached, cause, date, amount.
`,
  },
}
