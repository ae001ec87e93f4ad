import type { StepTexts } from '../../../../domain/law/texts.ts'
import { hello, question, quietSubject, signature, whoNote } from './paragraphs.ts'

/** A payment came back unpaid: told with tact, it is often a bank’s mishap. */
export const paymentRejected: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}{% if count == 1 %}Invoice {{ numbers }}: your payment did not go through{% else %}Your payment did not go through{% endif %}{% endif %}`,
    body: `
${hello}

Your payment of {% if count == 1 %}the invoice below{% else %}the invoices below{% endif %} was returned to us by the
bank. This may simply be a technical incident. {% if count == 1 %}The invoice remains to be paid{% else %}These
invoices remain to be paid{% endif %}.

{{ invoices }}

Could you please check with your bank and pay again, by bank transfer if possible?

{{ payment }}

${question}

Kind regards,

${signature}
`,
  },
  call: {
    subject: `Returned payment: {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**Aim:** tell them that the payment came back, and get a new one. Friendly.

${whoNote}

{{ invoices }}

1. “Your payment was returned to us by the bank. Do you know what happened?”
2. Listen, then note the cause: account closed, insufficient funds, mandate, wrong details.
3. “Could you pay by bank transfer, and on what date?” Read the IBAN out if needed.
4. Conclude: repeat the date and the amount, and thank them.
`,
  },
}
