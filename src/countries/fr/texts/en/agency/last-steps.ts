import type { StepTexts } from '../../../../../domain/law/texts.ts'
import { claimed, running } from '../j40.ts'
import { brokenPromise, crossed, dearSirOrMadam, hello, penalties, whoNote } from '../paragraphs.ts'
import {
  agencySignature,
  callNote,
  charges,
  contest,
  letterSubject,
  sender,
  sinceLetter,
} from './paragraphs.ts'

const lastReminder = `
${sinceLetter} This is **our final reminder before a formal notice to pay**.

${brokenPromise}

{{ invoices }}

${penalties}

{% if claim %}{{ claim }}{% endif %}

**We ask you to pay {{ totals.due }} within eight days.**

{{ payment }}

${contest} ${charges}
`

/** Final reminder before the formal notice. */
export const j30: StepTexts = {
  email: {
    subject: letterSubject,
    body: `
${dearSirOrMadam}
${lastReminder}
${crossed}

Yours faithfully,

${agencySignature}
`,
  },
  letter: {
    subject: `Final reminder before formal notice, letter {{ firstLetters }}`,
    body: `
${sender}

{{ today }}

**Subject: final reminder before formal notice, our letter {{ firstLetters }}**

{{ opening }}

${dearSirOrMadam}
${lastReminder}
If your payment is already on its way, please disregard this letter.

Yours faithfully,

{{ signing }}

${agencySignature}
`,
  },
}

/** Formal notice in the name of the creditor, who alone may take the claim further. */
export const j40: StepTexts = {
  letter: {
    subject: `Formal notice to pay {{ totals.due }} on behalf of {{ creditor.name }}`,
    body: `
{{ agency.name }}\\
{{ agency.address }}

{{ debtor.name }}\\
{{ debtor.address }}

Registered letter with acknowledgement of receipt\\
{{ today }}

**Subject: formal notice to pay (mise en demeure), on behalf of {{ creditor.name }}, {{ creditor.address }}**

{{ opening }}

${dearSirOrMadam}

In our letter, reference {{ firstLetters }}, {{ agency.name }}, which carries on an activity of amicable debt collection
and acts on behalf of {{ creditor.name }}, asked you to pay {% if count == 1 %}the following invoice. It remains
unpaid{% else %}the following invoices. They remain unpaid{% endif %}:

{{ invoices }}

${brokenPromise}

${claimed}

**We hereby give you formal notice, in the name and on behalf of {{ creditor.name }}, to pay the sum of {{ totals.due }}
within {{ noticeDays }} days of the first presentation of this letter.**

{{ payment }}

${running} Failing payment within this time, we will report to {{ creditor.name }}, who reserves the right, without
further notice, to {% if debtor.isPublicBody %}ask for compulsory payment (mandatement d’office) or to apply for an
interim payment (référé-provision){% else %}apply to the competent court for an order for payment (injonction de payer)
or an interim payment (référé-provision){% endif %}. ${charges}

This letter is a formal notice within the meaning of article 1344 of the French Civil Code.

Yours faithfully,

{{ signing }}

{{ agency.signatory }}\\
${agencySignature}
`,
  },
}

/** Internal note: report to the creditor, who decides. */
export const j60: StepTexts = {
  task: {
    subject: `Report to the creditor: {{ debtor.name }}, {{ totals.due }}`,
    body: `
The formal notice has had no effect. **Nothing leaves without the decision of {{ creditor.name }}.**

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

**Before reporting**

- Check that no payment is waiting to be matched or passed on, and that no dispute is open.
- Enclose the letter {{ firstLetters }}, the formal notice with its proofs of sending, and the debtor’s replies.
- Say which limitation period ends first{% unless debtor.isPublicBody %}: the formal notice has not interrupted it{% endunless %}.

**What the creditor may choose**

1. A signed payment plan.
2. {% if debtor.isPublicBody %}Compulsory payment (mandatement d’office) or interim payment (référé-provision): there is no order for payment against a public body.{% else %}Order for payment (injonction de payer), lawyer (avocat) or commissaire de justice.{% endif %}
3. Write off.
`,
  },
}

/** A payment that came back unpaid. */
export const paymentRejected: StepTexts = {
  email: {
    subject: letterSubject,
    body: `
${hello}

${sinceLetter} Your payment was returned to us by the bank; this may simply be a technical incident. The sum of
{{ totals.due }} remains to be paid.

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

Could you please check with your bank and pay again, by bank transfer if possible?

{{ payment }}

${contest} ${charges}

Kind regards,

${agencySignature}
`,
  },
  call: {
    subject: `Returned payment: {{ debtor.name }}, {{ totals.due }}, letter {{ firstLetters }}`,
    body: `
**Aim:** tell them that the payment came back, and get a new one. Friendly.

${whoNote}

${callNote}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

1. “Your payment was returned to us by the bank. Do you know what happened?”
2. Listen, then note the cause: account closed, insufficient funds, mandate, wrong details.
3. “Could you pay by bank transfer, and on what date?” Read the IBAN out if needed.
4. Conclude: repeat the date and the amount, and thank them.
`,
  },
}
