import type { StepTexts } from '../../../../domain/law/texts.ts'
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

1. {% if debtor.isConsumer %}Se présenter, demander si le moment convient.{% elsif debtor.isPublicBody %}Demander le service gestionnaire de la commande, puis l’ordonnateur si rien n’avance.{% else %}Demander la personne qui décide des paiements, pas seulement la comptabilité.{% endif %}
2. « Malgré nos rappels, {{ totals.asked }} restent impayés. Qu’est-ce qui retient ce règlement ? » Écouter, noter le motif.
3. « À quelle date pouvez-vous vous engager ? »
4. {% if debtor.isBusiness %}Rappeler la loi sans insister : entre professionnels, les pénalités de retard et l’indemnité de 40 € par facture sont dues de plein droit. {% elsif debtor.isPublicBody %}Rappeler sans insister les intérêts moratoires et l’indemnité de 40 € par facture. {% endif %}Dire la suite : sans date, une demande écrite de règlement immédiat.
5. {% if debtor.isPublicBody %}Mandatement en attente : demander quelle pièce manque, la fournir aujourd’hui.{% else %}Trésorerie difficile : proposer un échéancier court, à confirmer par écrit. Ne rien accorder sans date.{% endif %}
6. Reformuler : « Nous disons donc {{ totals.asked }}, viré le … » et confirmer par e-mail.

**À éviter :** toute menace, toute allusion à d’autres frais, tout échange avec {% if debtor.isConsumer %}un proche, un voisin ou un employeur{% else %}une autre personne que l’interlocuteur habituel{% endif %}.
`,
  },
  sms: {
    subject: '',
    body: `{% if debtor.isConsumer %}{{ creditor.name }} : merci de nous rappeler{% if creditor.phone %} au {{ creditor.phone }}{% endif %} au sujet de {% if count == 1 %}votre facture {{ numbers }}{% else %}vos factures{% endif %}.{% else %}{{ creditor.name }} : {{ totals.asked }} impayés ({% if count == 1 %}{{ numbers }}{% else %}{{ count }} factures{% endif %}). Merci de nous donner une date{% if creditor.phone %} au {{ creditor.phone }}{% endif %}.{% if debtor.isBusiness %} Pénalités de retard et 40 € par facture dus de plein droit.{% endif %}{% endif %}`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}Retard de paiement : {{ totals.asked }} à régler{% endif %}`,
    body: `
${madameMonsieur}

Malgré nos rappels, {% if count == 1 %}la facture ci-dessous reste impayée{% else %}les factures
ci-dessous restent impayées{% endif %}. Nous n’avons pas pu vous joindre par téléphone.

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
