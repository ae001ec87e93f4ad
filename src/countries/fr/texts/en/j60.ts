import type { StepTexts } from '../../../../domain/law/texts.ts'

/** Internal note: what to do after a formal notice without effect. A person decides. */
export const j60: StepTexts = {
  task: {
    subject: `What next: {{ debtor.name }}, {{ totals.due }}`,
    body: `
The formal notice has had no effect. **Nothing leaves without your decision.**

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

{% if debtor.isBusiness %}The claim covers the principal, late-payment interest and €40 per late invoice; nothing else
may be asked of the debtor.{% elsif debtor.isPublicBody %}The claim covers the principal, late-payment interest and €40 per late invoice; nothing else may be
asked.{% else %}Neither €40 nor any other charge may be asked of a consumer: the principal, and interest at the legal rate since the
day after the formal notice.{% endif %}

**Before choosing**

- Check that no payment is waiting to be matched and that no dispute is open.
{% if debtor.isBusiness %}- Check that the company still exists and that no insolvency proceedings are published (Bodacc).
- Check the limitation period of each invoice: the formal notice has not interrupted it.{% elsif debtor.isConsumer %}- Check that no over-indebtedness procedure is open.
- Check the limitation period of each invoice, two years for a consumer: the formal notice has not interrupted it.{% else %}- Check the state of each invoice in Chorus Pro.
- Check, invoice by invoice, that the four-year bar (prescription quadriennale) is not near.{% endif %}

**Options**

1. A signed payment plan, if good faith is clear.
2. Hand the case over to {% if debtor.isPublicBody %}a lawyer (avocat){% else %}a collection agency, a lawyer (avocat) or a commissaire de justice{% endif %}.
3. {% if debtor.isPublicBody %}Compulsory payment (mandatement d’office) or interim payment (référé-provision): there is no order for payment against a public body.{% else %}Order for payment (injonction de payer), if the claim is not contested.{% endif %}
4. Write off, with the evidence needed to recover VAT.
`,
  },
}
