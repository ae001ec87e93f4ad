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

/** Call: did the invoice arrive, and what is blocking? */
export const j4: StepTexts = {
  call: {
    subject: `First call: {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**Aim:** learn whether the invoice arrived, why it is unpaid, and leave with a date.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

1. Introduce yourself: “{{ creditor.name }}, good morning. May I speak to {% if debtor.isConsumer %}{{ debtor.name }}{% else %}the person in charge of supplier payments{% endif %}?”
2. “Did {% if count == 1 %}our invoice {{ numbers }}{% else %}our {{ count }} invoices{% endif %} reach you? Where does payment stand?”
3. Listen without interrupting, then note a cause: oversight, invoice not received, bank details, approval pending, disagreement, cash difficulty.
4. “On what date will you transfer {{ totals.asked }}?” Repeat the date and the amount.
5. If they disagree: note the invoice, the disputed amount and why. Do not argue: open a dispute.
6. Conclude: say who will do what and when, and thank them.

**To note:** person reached, cause, promised date. **Do not mention** penalties at this stage.
`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% elsif count == 1 %}Invoice {{ numbers }}: did it reach you?{% else %}{{ count }} invoices: did they reach you?{% endif %}`,
    body: `
${hello}

We have not been able to reach you by phone about {% if count == 1 %}the invoice below, which has fallen
due{% else %}the invoices below, which have fallen due{% endif %}.

${brokenPromise}

{{ invoices }}

Did {% if count == 1 %}it{% else %}they{% endif %} reach you, and could you tell us when the payment of
{{ totals.asked }} is planned? If something stands in the way (an approval, a purchase order, a disagreement), please
tell us and we will see to it.

{{ payment }}

${chorus}

${crossed} ${question}

Regards,

${signature}
`,
  },
}
