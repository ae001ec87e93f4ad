import type { StepTexts } from '../../../../domain/law/texts.ts'
import { bonjour, chorus, copies, question, signature } from './paragraphs.ts'

/** Avant l’échéance : un service rendu, pas une relance. */
export const p15: StepTexts = {
  email: {
    subject: `{% if count == 1 %}Facture {{ numbers }} : échéance le {{ firstDue }}{% else %}Vos prochaines échéances chez {{ creditor.name }}{% endif %}`,
    body: `
${bonjour}

{% if count == 1 %}Nous nous permettons de vous rappeler que la facture ci-dessous arrive à échéance le
{{ firstDue }}.{% else %}Nous nous permettons de vous rappeler que les factures ci-dessous arrivent bientôt à échéance.{% endif %}
${copies}

{{ invoices }}

{{ payment }}

${chorus}

Si le paiement est déjà programmé, vous n’avez rien à faire. Si une information vous manque (bon de commande,
coordonnées, copie de facture), dites-le-nous dès maintenant : nous ferons le nécessaire.

${question}

Bien cordialement,

${signature}
`,
  },
}
