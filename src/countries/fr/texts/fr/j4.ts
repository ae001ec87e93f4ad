import type { StepTexts } from '../step-text.ts'
import { brokenPromiseNote } from './paragraphs.ts'

/** Appel : la facture est-elle arrivée, et qu’est-ce qui bloque ? */
export const j4: StepTexts = {
  call: {
    subject: `Premier appel : {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**But :** savoir si la facture est bien arrivée, pourquoi elle n’est pas payée, et repartir avec une date.

{{ invoices }}

${brokenPromiseNote}

1. Se présenter : « {{ creditor.name }}, bonjour, j’aimerais parler à la personne qui suit les règlements fournisseurs. »
2. « Avez-vous bien reçu nos factures ? Y a-t-il quelque chose qui empêche de les payer ? »
3. Écouter, puis noter un motif : oubli, facture non reçue, coordonnées bancaires, accord interne en attente, désaccord, difficulté de trésorerie.
4. « Quel jour le virement de {{ totals.asked }} part-il ? » Répéter la date et le montant.
5. En cas de désaccord : noter la facture, le montant contesté et la raison. Ne pas discuter : ouvrir un litige.

**À noter :** personne jointe, motif, date promise. **Ne pas parler** de pénalités à ce stade.
`,
  },
}
