import type { StepTexts } from '../../../../domain/law/texts.ts'
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

1. {% if debtor.isConsumer %}Introduce yourself, ask whether the moment suits.{% elsif debtor.isPublicBody %}Ask for the department that placed the order, then for the official who orders payments if nothing moves.{% else %}Ask for the person who decides on payments, not only for accounts payable.{% endif %}
2. “Despite our reminders, {{ totals.asked }} is still unpaid. What is holding up payment?” Listen, note the cause.
3. “What date can you commit to?”
4. {% if debtor.isBusiness %}Mention the law without labouring it: between businesses, late-payment interest and €40 per invoice are due automatically. {% elsif debtor.isPublicBody %}Mention late-payment interest and €40 per invoice, without labouring them. {% endif %}Say what comes next: without a date, a written demand for immediate payment.
5. {% if debtor.isPublicBody %}Payment order pending: ask which document is missing, and send it today.{% else %}Cash-flow difficulty: offer a short payment plan, to be confirmed in writing. Grant nothing without dates.{% endif %}
6. Sum up: “So {{ totals.asked }}, transferred on …” and confirm by e-mail.

**To avoid:** any threat, any mention of other charges, any conversation with {% if debtor.isConsumer %}a relative, a neighbour or an employer{% else %}anyone but the usual contact{% endif %}.
`,
  },
  sms: {
    subject: '',
    body: `{% if debtor.isConsumer %}{{ creditor.name }}: please call us back{% if creditor.phone %} on {{ creditor.phone }}{% endif %} about {% if count == 1 %}your invoice {{ numbers }}{% else %}your invoices{% endif %}.{% else %}{{ creditor.name }}: {{ totals.asked }} is still unpaid ({% if count == 1 %}{{ numbers }}{% else %}{{ count }} invoices{% endif %}). Please give us a date{% if creditor.phone %} on {{ creditor.phone }}{% endif %}.{% if debtor.isBusiness %} Late-payment interest and €40 per invoice are due by law.{% endif %}{% endif %}`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}Late payment: {{ totals.asked }} outstanding{% endif %}`,
    body: `
${dearSirOrMadam}

Despite our reminders, {% if count == 1 %}the invoice below remains unpaid{% else %}the invoices below remain
unpaid{% endif %}. We have not been able to reach you by phone.

${brokenPromise}

{{ invoices }}

**Please confirm the date of your payment within two working days.** Without a reply, we will have to send you a
demand for immediate payment.

${penalties}

{{ payment }}

${crossed} ${question}

Regards,

${signature}
`,
  },
}
