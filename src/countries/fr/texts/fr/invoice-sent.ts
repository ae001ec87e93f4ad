import type { StepTexts } from '../../../../domain/law/texts.ts'
import { bonjour, chorus, question, signature } from './paragraphs.ts'

/** La facture elle-même, envoyée ou renvoyée à la demande d’une personne : ni rappel, ni reproche. */
export const invoiceSent: StepTexts = {
  email: {
    subject: `{{ creditor.name }} : votre facture {{ numbers }}`,
    body: `
${bonjour}

Vous trouverez en pièce jointe la facture {{ numbers }}.

{{ invoices }}

{{ payment }}

${chorus}

Si elle vous est déjà parvenue, gardez simplement cet exemplaire. ${question}

Bien cordialement,

${signature}
`,
  },
}
