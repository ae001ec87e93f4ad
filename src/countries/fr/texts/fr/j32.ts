import type { StepTexts } from '../../../../domain/law/texts.ts'
import { brokenPromiseNote, whoNote } from './paragraphs.ts'

/** Dernier appel avant la mise en demeure. */
export const j32: StepTexts = {
  call: {
    subject: `Dernier appel : {{ debtor.name }}, {{ totals.due }}`,
    body: `
**But :** dernière chance d’un accord amiable avant la mise en demeure. {% unless debtor.isConsumer %}Parler {% if debtor.isPublicBody %}à l’ordonnateur ou au service comptable{% else %}au dirigeant ou au responsable financier{% endif %}.{% endunless %}

${whoNote}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

${brokenPromiseNote}

1. « Vous avez reçu notre dernier rappel. Qu’est-ce qui empêche encore ce règlement ? » Écouter, noter le motif.
2. « Sans règlement, la prochaine étape est une mise en demeure. »
3. « Pouvez-vous virer {{ totals.due }} cette semaine ? » {% if debtor.isBusiness %}Pénalités de retard et indemnité de 40 € par facture{% if claim %} : comprises dans ce total{% else %} : dues en plus{% endif %}.{% elsif debtor.isPublicBody %}Intérêts moratoires et indemnité de 40 € par facture{% if claim %} : compris dans ce total{% else %} : dus en plus{% endif %}.{% endif %}
4. {% if debtor.isPublicBody %}Facture suspendue ou pièce manquante : la fournir aujourd’hui.{% else %}Un paiement étalé reste possible : premier versement immédiat, échéances courtes, accord écrit.{% endif %}
5. Contestation nouvelle : demander un écrit aujourd’hui, enregistrer le litige, suspendre les factures visées.
{% if debtor.isBusiness %}6. Procédure collective ou conciliation évoquée : noter la date et le mandataire, ne plus rien demander, prévenir le responsable.{% elsif debtor.isConsumer %}6. Surendettement évoqué : noter la date, ne plus rien demander, prévenir le responsable.{% else %}6. Mandatement annoncé : noter sa date et le numéro du mandat.{% endif %}

**À noter :** personne jointe, ce qu’elle a dit, décision. Ces notes peuvent être produites plus tard.
`,
  },
}
