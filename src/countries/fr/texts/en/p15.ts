import type { StepTexts } from '../../../../domain/law/texts.ts'
import { chorus, copies, hello, question, signature } from './paragraphs.ts'

/** Before the due date: a service, not a reminder. */
export const p15: StepTexts = {
  email: {
    subject: `{% if count == 1 %}Invoice {{ numbers }}: due on {{ firstDue }}{% else %}Your upcoming payments to {{ creditor.name }}{% endif %}`,
    body: `
${hello}

This is a courtesy reminder that {% if count == 1 %}the invoice below falls due on
{{ firstDue }}{% else %}the invoices below will soon fall due{% endif %}.
${copies}

{{ invoices }}

{{ payment }}

${chorus}

If payment is already scheduled, no action is needed. If anything is missing (purchase order, details, a copy of the
invoice), please tell us now and we will see to it.

${question}

Kind regards,

${signature}
`,
  },
}
