import type { StepTexts } from '../../../../domain/law/texts.ts'
import {
  brokenPromise,
  brokenPromiseNote,
  chorus,
  copies,
  crossed,
  hello,
  question,
  quietSubject,
  signature,
  whoNote,
} from './paragraphs.ts'

/** First reminder: an oversight is assumed. */
export const j1: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}{% if count == 1 %}Invoice {{ numbers }} is past due{% else %}{{ count }} invoices are past due{% endif %}: {% if debtor.isPublicBody %}where does payment stand?{% else %}an oversight?{% endif %}{% endif %}`,
    body: `
${hello}

According to our records, {% if count == 1 %}the invoice below has fallen due and has not been paid
yet{% else %}the invoices below have fallen due and have not been paid yet{% endif %}. {% unless debtor.isPublicBody %}This is most likely
an oversight.{% endunless %}
${copies}

${brokenPromise}

{{ invoices }}

{{ payment }}

${chorus}

Could you please arrange payment, or let us know what stands in the way: invoice not received, a disagreement, missing
information? ${crossed}

${question}

Kind regards,

${signature}
`,
  },
  call: {
    subject: `Reminder call: {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**Aim:** make sure that everything was received, and get a date. Friendly: an oversight is assumed.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

1. “I am calling about a payment of {{ totals.asked }} that has fallen due. Where does it stand on your side?”
2. Listen, then note what explains it: oversight, invoice not received, approval pending, disagreement.
3. Invoice not received: check the e-mail address, send the copy again during the call.
4. “On what date is the transfer planned?” Repeat the date and the amount, and thank them.

**To note:** person reached, cause, date given.
`,
  },
}
