import type { StepTexts } from '../../../../../domain/law/texts.ts'
import { L111_8_PARAGRAPHS } from '../../l111-8.ts'
import { dearSirOrMadam, penalties } from '../paragraphs.ts'
import { agencySignature, charges, contest, sender } from './paragraphs.ts'

/** Principal, interest and accessories apart (CPCE R124-4, 3°); a consumer owes the principal alone. */
export const separately = `{% if debtor.isConsumer %}- Principal: {{ totals.asked }}
- Interest: none
- Other accessories: none{% else %}{{ claim }}{% endif %}`

/** The letter with which collection for others begins: every mention of CPCE R124-4. */
export const r1: StepTexts = {
  letter: {
    subject: `Request for payment on behalf of {{ creditor.name }}: {{ totals.due }}`,
    body: `
${sender}

{{ today }}\\
Our reference, to quote: {{ reference }}

**Subject: request for payment on behalf of {{ creditor.name }}**

{{ opening }}

${dearSirOrMadam}

{{ agency.name }}, {{ agency.address }}, carries on an activity of amicable debt collection (recouvrement amiable). The
creditor, {{ creditor.name }}, {{ creditor.address }}, has instructed us to recover from you, amicably, the following claim.

**Basis:** {% if count == 1 %}the invoice below, issued by {{ creditor.name }}, due and
unpaid.{% else %}the invoices below, issued by {{ creditor.name }}, due and unpaid.{% endif %}

{{ invoices }}

**Amount, with principal, interest and other accessories apart:**

${separately}

${penalties}

**We ask you to pay the sum of {{ totals.due }} within eight days, by the following means.**

{{ payment }}

${contest}

${charges} The second and third paragraphs of article L111-8 of the French Code of Civil Enforcement Procedures read, in
French:

« ${L111_8_PARAGRAPHS[0]} »

« ${L111_8_PARAGRAPHS[1]} »

In substance: costs of recovery without an enforceable title stay with the creditor, unless the law requires the act of
the creditor, and any clause to the contrary is void; yet a creditor who shows that the steps were necessary may ask the
enforcement judge to leave all or part of their cost to a debtor in bad faith.

If your payment is already on its way, please disregard this letter.

Yours faithfully,

{{ signing }}

${agencySignature}

{% if agency.insurance %}Professional liability insurance: {{ agency.insurance }}{% endif %}
`,
  },
}
