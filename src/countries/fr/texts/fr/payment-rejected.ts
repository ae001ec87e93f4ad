import type { StepTexts } from '../../../../domain/law/texts.ts'
import { bonjour, question, quietSubject, signature, whoNote } from './paragraphs.ts'

/** Un paiement revenu impayé : on l’annonce avec tact, il s’agit souvent d’un incident de banque. */
export const paymentRejected: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}{% if count == 1 %}Facture {{ numbers }} : votre paiement n’a pas abouti{% else %}Votre paiement n’a pas abouti{% endif %}{% endif %}`,
    body: `
${bonjour}

Votre paiement {% if count == 1 %}de la facture ci-dessous{% else %}des factures ci-dessous{% endif %} nous a été
retourné par la banque. Il s’agit peut-être d’un simple incident technique. {% if count == 1 %}La facture reste à
régler{% else %}Ces factures restent à régler{% endif %}.

{{ invoices }}

Merci de vérifier auprès de votre banque et de renouveler le règlement, par virement si possible.

{{ payment }}

${question}

Bien cordialement,

${signature}
`,
  },
  call: {
    subject: `Paiement rejeté : {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**But :** prévenir que le paiement est revenu impayé et obtenir un nouveau règlement. Ton aimable.

${whoNote}

{{ invoices }}

1. « Votre paiement nous a été retourné par la banque. Savez-vous ce qui s’est passé ? »
2. Écouter, puis noter le motif : compte clos, provision insuffisante, mandat, erreur de coordonnées.
3. « Pouvez-vous régler par virement, et à quelle date ? » Relire l’IBAN si besoin.
4. Conclure : répéter la date et le montant, remercier.
`,
  },
}
