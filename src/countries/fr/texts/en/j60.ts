import type { StepTexts } from '../step-text.ts'

/** Internal note: what to do after a formal notice without effect. A person decides. */
export const j60: StepTexts = {
  task: {
    subject: `What next: {{ debtor.name }}, {{ totals.due }}`,
    body: `
The formal notice has had no effect. **Nothing leaves without your decision.**

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

{% if debtor.isBusiness %}The claim covers the principal, late-payment interest and €40 per late invoice; nothing else
may be asked of the debtor.{% endif %}

**Before choosing**

- Check that no payment is waiting to be matched and that no dispute is open.
- Check that the company still exists and that no insolvency proceedings are published (Bodacc).
- Check the limitation period of each invoice.

**The possible ways**

1. A signed payment plan, if good faith is clear.
2. Hand over: collection agency, lawyer (avocat) or commissaire de justice.
3. Order for payment (injonction de payer), if the claim is not contested.
4. Write off, with the evidence needed to recover VAT.
`,
  },
}
