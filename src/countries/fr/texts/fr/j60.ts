import type { StepTexts } from '../step-text.ts'

/** Note interne : que faire après une mise en demeure sans effet. Une personne décide. */
export const j60: StepTexts = {
  task: {
    subject: `Suite à décider : {{ debtor.name }}, {{ totals.due }}`,
    body: `
La mise en demeure est restée sans effet. **Rien ne part sans votre décision.**

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

{% if debtor.isBusiness %}Le décompte porte sur le principal, les pénalités de retard et 40 € par facture en retard ; rien d’autre ne peut être
demandé au débiteur.{% endif %}

**Avant de choisir**

- Vérifier qu’aucun règlement n’attend d’être rapproché et qu’aucun litige n’est ouvert.
- Vérifier que la société existe toujours et qu’aucune procédure collective n’est publiée (Bodacc).
- Vérifier la prescription de chaque facture.

**Les voies possibles**

1. Échéancier signé, si la bonne foi est claire.
2. Confier le dossier : société de recouvrement, avocat ou commissaire de justice.
3. Requête en injonction de payer, si la créance n’est pas contestée.
4. Passer en perte, avec le justificatif pour la récupération de la TVA.
`,
  },
}
