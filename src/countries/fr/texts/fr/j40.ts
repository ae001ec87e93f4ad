import type { StepTexts } from '../step-text.ts'
import { brokenPromise, madameMonsieur, signature } from './paragraphs.ts'

/** Mise en demeure (C. civ. 1344) : somme par somme, un délai, les moyens de payer, la suite. */
export const j40: StepTexts = {
  letter: {
    subject: `Mise en demeure de payer {{ totals.due }}`,
    body: `
Lettre recommandée avec avis de réception\\
Le {{ today }}

À l’attention de {{ debtor.name }}

**Objet : mise en demeure de payer**

${madameMonsieur}

Malgré nos rappels, {% if count == 1 %}la facture suivante, exigible depuis son échéance, reste impayée{% else %}les
{{ count }} factures suivantes, exigibles depuis leur échéance, restent impayées{% endif %} :

{{ invoices }}

${brokenPromise}

{% if debtor.isBusiness %}S’y ajoutent de plein droit, en application des articles L441-10 et D441-5 du code de
commerce, les pénalités de retard et une indemnité forfaitaire pour frais de recouvrement de 40 € par facture. Notre
créance s’établit à ce jour ainsi :

{{ claim }}{% endif %}

**Par la présente, nous vous mettons en demeure de nous payer la somme de {{ totals.due }} dans un délai de
{{ noticeDays }} jours à compter de la première présentation de cette lettre.**

{{ payment }}

{% if debtor.isBusiness %}Les pénalités de retard continuent de courir jusqu’au paiement complet.{% endif %} À défaut
de règlement dans ce délai, nous nous réservons d’engager, sans autre avis, les démarches judiciaires utiles au
recouvrement de notre créance.

La présente lettre vaut mise en demeure au sens de l’article 1344 du code civil.

Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.

${signature}
`,
  },
}
