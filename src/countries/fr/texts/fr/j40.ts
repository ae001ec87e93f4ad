import type { StepTexts } from '../../../../domain/law/texts.ts'
import { brokenPromise, madameMonsieur } from './paragraphs.ts'

/** Ce qui s’ajoute au principal, selon le débiteur ; le décompte manque, la lettre ne part pas. */
export const claimed = `{% if debtor.isBusiness %}À ce principal s’ajoutent de plein droit, en application des articles L441-10 et D441-5 du code de
commerce, les pénalités de retard et une indemnité forfaitaire pour frais de recouvrement de 40 € par facture. La
créance s’établit à ce jour ainsi :

{{ claim }}{% elsif debtor.isPublicBody %}À ce principal s’ajoutent, en application des articles R2192-31, R2192-32 et D2192-35 du code de la commande
publique, les intérêts moratoires et une indemnité forfaitaire pour frais de recouvrement de 40 € par facture. La
créance s’établit à ce jour ainsi :

{{ claim }}{% else %}Principal réclamé : {{ totals.asked }}. Aucune pénalité et aucun frais ne s’y ajoutent.{% endif %}`

/** Ce que la mise en demeure fait courir, selon le débiteur. */
export const running = `{% if debtor.isBusiness %}Les pénalités de retard continuent de courir jusqu’au paiement
complet.{% elsif debtor.isPublicBody %}Les intérêts moratoires continuent de courir jusqu’à la mise en paiement
incluse.{% else %}Dès le lendemain de cette mise en demeure, la somme due porte intérêt au taux légal (articles 1231-6 et
1344-1 du code civil).{% endif %}`

/** Mise en demeure (C. civ. 1344) : les parties, l’origine, somme par somme, un délai, comment payer, la suite. */
export const j40: StepTexts = {
  letter: {
    subject: `Mise en demeure de payer {{ totals.due }}`,
    body: `
{{ creditor.name }}\\
{{ creditor.address }}{% if creditor.siren %}\\
SIREN {{ creditor.siren }}{% endif %}

{{ debtor.name }}\\
{{ debtor.address }}

Lettre recommandée avec avis de réception\\
Le {{ today }}

**Objet : mise en demeure de payer**

{{ opening }}

${madameMonsieur}

Malgré nos rappels, {% if count == 1 %}la facture suivante, exigible depuis son échéance, reste impayée{% else %}les
factures suivantes, exigibles depuis leur échéance, restent impayées{% endif %} :

{{ invoices }}

${brokenPromise}

${claimed}

**Par la présente, nous vous mettons en demeure de nous payer la somme de {{ totals.due }} dans un délai de
{{ noticeDays }} jours à compter de la première présentation de cette lettre.**

{{ payment }}

{% if others %}Pour mémoire, également échu, sans être réclamé par la présente lettre :

{{ others }}{% endif %}

${running} À défaut de règlement dans ce délai, nous nous réservons
{% if debtor.isPublicBody %}de demander le mandatement d’office de la dépense ou d’engager un
référé-provision{% else %}de saisir la juridiction compétente, par la voie de l’injonction de payer ou du
référé-provision{% endif %}, sans autre avis.

La présente lettre vaut mise en demeure au sens de l’article 1344 du code civil.

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ signing }}

{{ creditor.signatory }}\\
pour {{ creditor.name }}{% if creditor.phone %}\\
{{ creditor.phone }}{% endif %}{% if creditor.email %}\\
{{ creditor.email }}{% endif %}
`,
  },
}
