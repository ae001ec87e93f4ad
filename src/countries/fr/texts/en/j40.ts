import type { StepTexts } from '../../../../domain/law/texts.ts'
import { brokenPromise, dearSirOrMadam } from './paragraphs.ts'

/** What comes on top of the principal, by kind of debtor; without the claim the letter does not leave. */
export const claimed = `{% if debtor.isBusiness %}Late-payment interest and a fixed compensation of €40 per invoice are due in addition, by
operation of law (articles L441-10 and D441-5 of the French Commercial Code). To date, the claim stands as follows:

{{ claim }}{% elsif debtor.isPublicBody %}Late-payment interest and a fixed compensation of €40 per invoice are due in addition (articles
R2192-31, R2192-32 and D2192-35 of the French Public Procurement Code). To date, the claim stands as follows:

{{ claim }}{% else %}Principal claimed: {{ totals.asked }}. No penalty and no charge is added to it.{% endif %}`

/** What the formal notice sets running, by kind of debtor. */
export const running = `{% if debtor.isBusiness %}Late-payment interest continues to run until full
payment.{% elsif debtor.isPublicBody %}Late-payment interest continues to run up to and including the day
of payment.{% else %}From the day after this formal notice, the sum due bears interest at the legal rate (articles 1231-6
and 1344-1 of the French Civil Code).{% endif %}`

/** Formal notice (French Civil Code, 1344): the parties, the origin, sum by sum, a deadline, how to pay, what follows. */
export const j40: StepTexts = {
  letter: {
    subject: `Formal notice to pay {{ totals.due }}`,
    body: `
{{ creditor.name }}\\
{{ creditor.address }}{% if creditor.siren %}\\
SIREN {{ creditor.siren }}{% endif %}

{{ debtor.name }}\\
{{ debtor.address }}

Registered letter with acknowledgement of receipt\\
{{ today }}

**Subject: formal notice to pay (mise en demeure)**

{{ opening }}

${dearSirOrMadam}

Despite our reminders, {% if count == 1 %}the following invoice, payable since its due date, remains
unpaid{% else %}the following invoices, payable since their due dates, remain unpaid{% endif %}:

{{ invoices }}

${brokenPromise}

${claimed}

**We hereby give you formal notice to pay us the sum of {{ totals.due }} within {{ noticeDays }} days of the first
presentation of this letter.**

{{ payment }}

{% if others %}For the record, also overdue, though not claimed by this letter:

{{ others }}{% endif %}

${running} Failing payment within this time, we reserve the right,
without further notice, to {% if debtor.isPublicBody %}ask for compulsory payment (mandatement d’office) or to apply for
an interim payment (référé-provision){% else %}apply to the competent court for an order for payment (injonction de
payer) or an interim payment (référé-provision){% endif %}.

This letter is a formal notice within the meaning of article 1344 of the French Civil Code.

Yours faithfully,

{{ signing }}

{{ creditor.signatory }}\\
for {{ creditor.name }}{% if creditor.phone %}\\
{{ creditor.phone }}{% endif %}{% if creditor.email %}\\
{{ creditor.email }}{% endif %}
`,
  },
}
