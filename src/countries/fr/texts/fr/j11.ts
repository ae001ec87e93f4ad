import type { StepTexts } from '../step-text.ts'
import {
  brokenPromise,
  brokenPromiseNote,
  crossed,
  madameMonsieur,
  penalties,
  question,
  quietSubject,
  signature,
  whoNote,
} from './paragraphs.ts'

/** Appel ferme ; à défaut de téléphone valable, SMS ou e-mail. */
export const j11: StepTexts = {
  call: {
    subject: `Appel ferme : {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**But :** un engagement daté, aujourd’hui. Ton ferme et courtois.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

1. {% if debtor.isConsumer %}Se présenter, demander si le moment convient.{% else %}Demander la personne qui décide des paiements, pas seulement la comptabilité.{% endif %}
2. « Malgré nos rappels, {{ totals.asked }} restent impayés. J’ai besoin d’une date ferme. »
3. {% if debtor.isBusiness %}Rappeler la loi sans insister : entre professionnels, les pénalités de retard et l’indemnité de 40 € par facture sont dues de plein droit. {% elsif debtor.isPublicBody %}Rappeler sans insister les intérêts moratoires et l’indemnité de 40 € par facture. {% endif %}Dire la suite : sans date, une demande écrite de règlement immédiat.
4. Trésorerie difficile : proposer un échéancier court, à confirmer par écrit. Ne rien accorder sans date.
5. Reformuler : « Nous disons donc {{ totals.asked }}, viré le … » et confirmer par e-mail.

**À ne pas dire :** aucune menace, aucun autre frais, {% if debtor.isConsumer %}rien à un proche, un voisin ou un employeur{% else %}rien à une autre personne que l’interlocuteur habituel{% endif %}.
`,
  },
  sms: {
    subject: '',
    body: `{% if debtor.isConsumer %}{{ creditor.name }} : merci de nous rappeler{% if creditor.phone %} au {{ creditor.phone }}{% endif %} au sujet de {% if count == 1 %}votre facture {{ numbers }}{% else %}vos factures{% endif %}.{% else %}{{ creditor.name }} : {{ totals.asked }} restent impayés ({% if count == 1 %}facture {{ numbers }}{% else %}{{ count }} factures{% endif %}).{% if debtor.isBusiness %} Pénalités de retard et 40 € par facture dus de plein droit.{% endif %} Merci de nous donner une date de paiement{% if creditor.phone %} au {{ creditor.phone }}{% endif %}.{% endif %}`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}Retard de paiement : {{ totals.asked }} à régler{% endif %}`,
    body: `
${madameMonsieur}

Malgré nos rappels, {% if count == 1 %}la facture ci-dessous reste impayée{% else %}les {{ count }} factures
ci-dessous restent impayées{% endif %}. Nous n’avons pas réussi à vous joindre par téléphone.

${brokenPromise}

{{ invoices }}

**Merci de nous confirmer sous deux jours ouvrés la date de votre règlement.** Sans réponse, nous devrons vous
adresser une demande de règlement immédiat.

${penalties}

{{ payment }}

${crossed} ${question}

Cordialement,

${signature}
`,
  },
}
