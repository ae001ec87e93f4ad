import type { StepTexts } from '../step-text.ts'
import {
  brokenPromise,
  brokenPromiseNote,
  crossed,
  dearSirOrMadam,
  penalties,
  question,
  quietSubject,
  signature,
  whoNote,
} from './paragraphs.ts'

/** Firm call; without a valid phone number, text message or e-mail. */
export const j11: StepTexts = {
  call: {
    subject: `Firm call: {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**Aim:** a dated commitment, today. Firm and polite.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

1. {% if debtor.isConsumer %}Introduce yourself, ask whether the moment suits.{% else %}Ask for the person who decides on payments, not only for accounts payable.{% endif %}
2. “Despite our reminders, {{ totals.asked }} is still unpaid. I need a firm date.”
3. {% if debtor.isBusiness %}Recall the law without insisting: between businesses, late-payment interest and €40 per invoice are due automatically. {% elsif debtor.isPublicBody %}Recall late-payment interest and €40 per invoice, without insisting. {% endif %}Say what comes next: without a date, a written demand for immediate payment.
4. Cash is short: offer a short payment plan, to be confirmed in writing. Grant nothing without dates.
5. Sum up: “So {{ totals.asked }}, transferred on …” and confirm by e-mail.

**Not to say:** no threat, no other charge, {% if debtor.isConsumer %}nothing to a relative, a neighbour or an employer{% else %}nothing to anybody but the usual contact{% endif %}.
`,
  },
  sms: {
    subject: '',
    body: `{% if debtor.isConsumer %}{{ creditor.name }}: please call us back{% if creditor.phone %} on {{ creditor.phone }}{% endif %} about {% if count == 1 %}your invoice {{ numbers }}{% else %}your invoices{% endif %}.{% else %}{{ creditor.name }}: {{ totals.asked }} is still unpaid ({% if count == 1 %}invoice {{ numbers }}{% else %}{{ count }} invoices{% endif %}).{% if debtor.isBusiness %} Late-payment interest and €40 per invoice are due by law.{% endif %} Please give us a payment date{% if creditor.phone %} on {{ creditor.phone }}{% endif %}.{% endif %}`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}Late payment: {{ totals.asked }} outstanding{% endif %}`,
    body: `
${dearSirOrMadam}

Despite our reminders, {% if count == 1 %}the invoice below remains unpaid{% else %}the {{ count }} invoices below remain
unpaid{% endif %}. We have not been able to reach you by phone.

${brokenPromise}

{{ invoices }}

**Please confirm the date of your payment within two working days.** Without an answer, we will have to send you a
demand for immediate payment.

${penalties}

{{ payment }}

${crossed} ${question}

Regards,

${signature}
`,
  },
}
