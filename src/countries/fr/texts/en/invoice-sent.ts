import type { StepTexts } from '../../../../domain/law/texts.ts'
import { chorus, hello, question, signature } from './paragraphs.ts'

/** The invoice itself, sent or sent again because a person asks for it: neither reminder nor reproach. */
export const invoiceSent: StepTexts = {
  email: {
    subject: `{{ creditor.name }}: your invoice {{ numbers }}`,
    body: `
${hello}

Please find invoice {{ numbers }} attached.

{{ invoices }}

{{ payment }}

${chorus}

If you have received it already, simply keep this copy. ${question}

Kind regards,

${signature}
`,
  },
}
