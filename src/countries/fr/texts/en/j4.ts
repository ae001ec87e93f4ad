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
2. “Did our invoices reach you? Is anything keeping you from paying them?”
3. Listen, then note a cause: oversight, invoice not received, bank details, approval pending, disagreement, cash difficulty.
4. “On what day will the transfer of {{ totals.asked }} leave?” Repeat the date and the amount.
5. If they disagree: note the invoice, the amount contested and why. Do not argue: open a dispute.

**To note:** person reached, cause, promised date. **Do not mention** penalties at this stage.
`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% elsif count == 1 %}Invoice {{ numbers }}: did it reach you?{% else %}{{ count }} invoices: did they reach you?{% endif %}`,
    body: `
${hello}

We have not been able to reach you by phone about {% if count == 1 %}the invoice below, which has fallen
due{% else %}the {{ count }} invoices below, which have fallen due{% endif %}.

${brokenPromise}

{{ invoices }}

Did {% if count == 1 %}it{% else %}they{% endif %} reach you, and could you tell us on what day the payment of
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
