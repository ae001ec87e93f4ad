import type { StepText } from '../../../../domain/law/texts.ts'
import { followsLetter, forCreditor } from './paper-paragraphs.ts'
import { dearSirOrMadam } from './paragraphs.ts'

/** Payment plan to sign, under French law: acknowledgement, dates and sums, acceleration, no novation, two originals. */
export const planAgreement: StepText = {
  subject:
    'Payment plan, {{ totals.plan }} in {{ count }} {% if count == 1 %}instalment{% else %}instalments{% endif %}',
  body: `
${dearSirOrMadam}

${followsLetter}

As agreed, we accept${forCreditor} that the sum of {{ totals.plan }} be paid in the instalments below. The agreement takes
effect once both parties have signed it; please return one copy to us.

**1. Acknowledgement.** {{ debtor.name }} acknowledges owing {{ creditor.name }} the sum of {{ totals.owed }} under the
following {% if invoiceCount == 1 %}invoice{% else %}invoices{% endif %}. This acknowledgement interrupts the limitation period (article 2240 of the French Civil Code).

{{ invoices }}

**2. Instalments.** {% if totals.rest %}Of this sum, {{ totals.plan }} is paid{% else %}This sum is paid{% endif %} on the
following dates, at the latest.{% if totals.rest %} The remainder, {{ totals.rest }}, stays due outside this
agreement.{% endif %} Earlier payment is welcome at any time.

{{ instalments }}

**3. Means of payment.** Each instalment is paid without any reminder being needed:

{{ payment }}

**4. Acceleration.** If an instalment is not paid on its date, and still is not {{ noticeDays }} days after a formal
notice (mise en demeure) to pay it, all that is left becomes payable at once.

**5. Scope.** As long as the agreement is kept, we send no reminder about these sums. It is not a novation (article 1330
of the French Civil Code){% if debtor.isBusiness %} and waives neither late-payment interest nor the fixed compensation of
article L441-10 of the French Commercial Code{% elsif debtor.isPublicBody %} and does not waive late-payment
interest{% endif %}. No charge is added to it.

Made in two originals, one for each party.

{{ signatures }}
`,
}
