import type { StepTexts } from '../step-text.ts'
import { brokenPromiseNote } from './paragraphs.ts'

/** Call: did the invoice arrive, and what is blocking? */
export const j4: StepTexts = {
  call: {
    subject: `First call: {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**Aim:** learn whether the invoice arrived, why it is unpaid, and leave with a date.

{{ invoices }}

${brokenPromiseNote}

1. Introduce yourself: “{{ creditor.name }}, good morning. May I speak to the person in charge of supplier payments?”
2. “Did our invoices reach you? Is anything keeping you from paying them?”
3. Listen, then note a cause: oversight, invoice not received, bank details, approval pending, disagreement, cash difficulty.
4. “On what day will the transfer of {{ totals.asked }} leave?” Repeat the date and the amount.
5. If they disagree: note the invoice, the amount contested and why. Do not argue: open a dispute.

**To note:** person reached, cause, promised date. **Do not mention** penalties at this stage.
`,
  },
}
