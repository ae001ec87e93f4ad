import type { StepTexts } from '../../../../domain/law/texts.ts'

/** Note interne : que faire après une mise en demeure sans effet. Une personne décide. */
export const j60: StepTexts = {
  task: {
    subject: `Suite à décider : {{ debtor.name }}, {{ totals.due }}`,
    body: `
La mise en demeure est restée sans effet. **Rien ne part sans votre décision.**

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

{% if debtor.isBusiness %}Le décompte porte sur le principal, les pénalités de retard et 40 € par facture en retard ; rien d’autre ne peut être
demandé au débiteur.{% elsif debtor.isPublicBody %}Le décompte porte sur le principal, les intérêts moratoires et 40 € par facture en retard ; rien d’autre ne
peut être demandé.{% else %}Ni 40 € ni autre frais ne peuvent être demandés à un particulier : le principal, et l’intérêt au taux légal depuis le
lendemain de la mise en demeure.{% endif %}

**Avant de choisir**

- Vérifier qu’aucun règlement n’attend d’être rapproché et qu’aucun litige n’est ouvert.
{% if debtor.isBusiness %}- Vérifier que la société existe toujours et qu’aucune procédure collective n’est publiée (Bodacc).
- Vérifier la prescription de chaque facture : la mise en demeure ne l’a pas interrompue.{% elsif debtor.isConsumer %}- Vérifier qu’aucune procédure de surendettement n’est ouverte.
- Vérifier la prescription de chaque facture, deux ans pour un particulier : la mise en demeure ne l’a pas interrompue.{% else %}- Vérifier l’état de chaque facture dans Chorus Pro.
- Vérifier, facture par facture, que la prescription quadriennale (loi du 31 décembre 1968) n’est pas proche.{% endif %}

**Les voies possibles**

1. Échéancier signé, si la bonne foi est claire.
2. Confier le dossier à {% if debtor.isPublicBody %}un avocat{% else %}une société de recouvrement, un avocat ou un commissaire de justice{% endif %}.
3. {% if debtor.isPublicBody %}Mandatement d’office ou référé-provision : l’injonction de payer n’existe pas contre un organisme public.{% else %}Requête en injonction de payer, si la créance n’est pas contestée.{% endif %}
4. Passer en perte, avec le justificatif pour la récupération de la TVA.
`,
  },
}
