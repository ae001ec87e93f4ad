import type { StepTexts } from '../step-text.ts'
import { brokenPromiseNote } from './paragraphs.ts'

/** Dernier appel avant la mise en demeure. */
export const j32: StepTexts = {
  call: {
    subject: `Dernier appel : {{ debtor.name }}, {{ totals.due }}`,
    body: `
**But :** dernière chance d’un accord amiable avant la mise en demeure. Parler au dirigeant ou au responsable financier.

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

${brokenPromiseNote}

1. « Vous avez reçu notre dernier rappel. Sans règlement, la prochaine étape est une mise en demeure. »
2. « Pouvez-vous virer {{ totals.due }} cette semaine ? » {% if debtor.isBusiness %}Pénalités de retard et indemnité de 40 € par facture{% if claim %} : comprises dans ce total{% else %} : dues en plus{% endif %}.{% endif %}
3. Un paiement étalé reste possible : premier versement immédiat, échéances courtes, accord écrit.
4. Contestation nouvelle : demander un écrit aujourd’hui, enregistrer le litige, suspendre les factures visées.
5. Procédure collective ou conciliation évoquée : noter la date et le mandataire, ne plus rien demander, prévenir le responsable.

**À noter :** personne jointe, ce qu’elle a dit, décision. Ces notes peuvent être produites plus tard.
`,
  },
}
