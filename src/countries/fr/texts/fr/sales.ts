import type { StepTexts } from '../../../../domain/law/texts.ts'

/** Note interne : prévenir le commercial avant que le ton ne monte. Le débiteur n’en sait rien. */
export const sales: StepTexts = {
  task: {
    subject: `Prévenir le commercial : {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**But :** que le commercial sache, avant la prochaine visite ou la prochaine commande, ce qui reste impayé.

{{ invoices }}

{% if promise %}**Promesse non tenue :** {{ promise.amount }} annoncés pour le {{ promise.by }}.{% endif %}

1. Lui dire ce qui est dû, depuis quand, et ce que le client a répondu.
2. Lui demander ce qu’il sait : désaccord, livraison, changement d’interlocuteur, difficulté.
3. Convenir de qui parle au client, et ne rien promettre à sa place : ni délai, ni remise, ni avoir.

**À noter :** sa réponse, et un litige s’il en révèle un.
`,
  },
}
