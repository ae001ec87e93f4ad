import type { StepTexts } from '../step-text.ts'
import { brokenPromise, dearSirOrMadam, signature } from './paragraphs.ts'

/** Formal notice (French Civil Code, 1344): sum by sum, a deadline, the means of payment, what follows. */
export const j40: StepTexts = {
  letter: {
    subject: `Formal notice to pay {{ totals.due }}`,
    body: `
Registered letter with acknowledgement of receipt\\
{{ today }}

For the attention of {{ debtor.name }}

**Subject: formal notice to pay (mise en demeure)**

${dearSirOrMadam}

Despite our reminders, {% if count == 1 %}the following invoice, payable since its due date, remains
unpaid{% else %}the following {{ count }} invoices, payable since their due dates, remain unpaid{% endif %}:

{{ invoices }}

${brokenPromise}

{% if debtor.isBusiness %}Late-payment interest and a fixed compensation of €40 per invoice are due in addition, by
operation of law (articles L441-10 and D441-5 of the French Commercial Code). To date, our claim stands as follows:

{{ claim }}{% endif %}

**We hereby give you formal notice to pay us the sum of {{ totals.due }} within {{ noticeDays }} days of the first
presentation of this letter.**

{{ payment }}

{% if debtor.isBusiness %}Late-payment interest continues to run until full payment.{% endif %} Failing payment within
this time, we reserve the right to take, without further notice, the legal steps needed to recover our claim.

This letter is a formal notice within the meaning of article 1344 of the French Civil Code.

Yours faithfully,

${signature}
`,
  },
}
