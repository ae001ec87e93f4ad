import type { StepTexts } from '../../../../domain/law/texts.ts'
import { brokenPromiseNote, whoNote } from './paragraphs.ts'

/** Last call before the formal notice. */
export const j32: StepTexts = {
  call: {
    subject: `Last call: {{ debtor.name }}, {{ totals.due }}`,
    body: `
**Aim:** last chance of an amicable agreement before the formal notice. {% unless debtor.isConsumer %}Speak to {% if debtor.isPublicBody %}the official who orders payments, or the accounting department{% else %}the director or the head of finance{% endif %}.{% endunless %}

${whoNote}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

${brokenPromiseNote}

1. “You have received our final reminder. What still stands in the way of payment?” Listen, note the cause.
2. “Without payment, the next step is a formal notice.”
3. “Can you transfer {{ totals.due }} this week?” {% if debtor.isBusiness %}Late-payment interest and €40 per invoice: {% if claim %}included in this total{% else %}due on top{% endif %}.{% elsif debtor.isPublicBody %}Late-payment interest and €40 per invoice: {% if claim %}included in this total{% else %}due on top{% endif %}.{% endif %}
4. {% if debtor.isPublicBody %}Invoice suspended or document missing: send it today.{% else %}Payment in instalments is still possible: a first payment at once, short intervals, agreed in writing.{% endif %}
5. A new dispute: ask for it in writing today, record it, suspend the invoices concerned.
{% if debtor.isBusiness %}6. Insolvency or conciliation mentioned: note the date and the administrator, ask for nothing more, tell your manager.{% elsif debtor.isConsumer %}6. Over-indebtedness mentioned: note the date, ask for nothing more, tell your manager.{% else %}6. Payment order announced: note its date and number.{% endif %}

**To note:** person reached, what was said, the decision. These notes may be produced later.
`,
  },
}
