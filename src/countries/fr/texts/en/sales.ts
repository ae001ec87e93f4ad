import type { StepTexts } from '../../../../domain/law/texts.ts'

/** Internal note: tell the salesperson before the tone rises. The debtor knows nothing of it. */
export const sales: StepTexts = {
  task: {
    subject: `Tell the salesperson: {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**Aim:** the salesperson knows, before the next visit or the next order, what remains unpaid.

{{ invoices }}

{% if promise %}**Broken promise:** {{ promise.amount }} announced by {{ promise.by }}.{% endif %}

1. Say what is owed, since when, and what the customer has answered.
2. Ask what they know: a disagreement, a delivery, a new contact, a difficulty.
3. Agree on who speaks to the customer, and promise nothing in their place: no delay, no discount, no credit note.

**To note:** their answer, and a dispute if they reveal one.
`,
  },
}
