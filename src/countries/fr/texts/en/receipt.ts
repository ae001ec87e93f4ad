import type { StepText } from '../../../../domain/law/texts.ts'
import { followsLetter, signedBy } from './paper-paragraphs.ts'
import { dearSirOrMadam } from './paragraphs.ts'

/** Receipt for payments; a discharge once the invoices are paid in full. */
export const receipt: StepText = {
  subject: '{% if totals.left %}Receipt for payment{% else %}Receipt in full{% endif %}: {{ totals.paid }}',
  body: `
${dearSirOrMadam}

${followsLetter}

We have received your {% if count == 1 %}payment{% else %}payments{% endif %}, {{ totals.paid }} in total, with thanks:

{{ receipts }}

{% if totals.left %}After {% if count == 1 %}this payment{% else %}these payments{% endif %}, your invoices stand as
follows:{% else %}{% if invoiceCount == 1 %}The following invoice is paid in full:{% else %}The following invoices are paid
in full:{% endif %}{% endif %}

{{ settled }}

{% if totals.left %}**{{ totals.left }} remains due.** This letter is a receipt for the sums received.{% else %}**This letter
is a receipt in full for {% if invoiceCount == 1 %}this invoice{% else %}these invoices{% endif %}.**{% endif %} It is given
subject to the payments that it mentions being honoured.

Yours faithfully,

${signedBy}
`,
}
