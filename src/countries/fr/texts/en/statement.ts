import type { StepText } from '../../../../domain/law/texts.ts'
import { followsLetter, signedBy } from './paper-paragraphs.ts'
import { dearSirOrMadam } from './paragraphs.ts'

/** Statement of account: all that happened on it, then what is still open. */
export const statement: StepText = {
  subject: 'Statement of your account on {{ today }}',
  body: `
${dearSirOrMadam}

${followsLetter}

This is your account {% if agency %}with {{ creditor.name }}{% else %}in our books{% endif %} on {{ today }}.
{% if totals.owed %}Errors and omissions excepted, it shows a balance of **{{ totals.owed }}** to
pay{% if totals.overdue %}, of which {{ totals.overdue }} is past its due date{% endif %}.{% elsif totals.credit %}It shows a
balance of **{{ totals.credit }}** in your favour.{% else %}It is settled.{% endif %}

{{ movements }}

{% if invoices %}Still open to date:

{{ invoices }}{% endif %}

{% if payment %}{{ payment }}{% endif %}

If this statement differs from your books, please tell us where, invoice by invoice: we will look into it with you. A
payment made in the last few days may not be in it yet.

Yours faithfully,

${signedBy}
`,
}
