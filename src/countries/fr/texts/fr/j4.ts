import type { StepTexts } from '../../../../domain/law/texts.ts'
import {
  bonjour,
  brokenPromise,
  brokenPromiseNote,
  chorus,
  crossed,
  question,
  quietSubject,
  signature,
  whoNote,
} from './paragraphs.ts'

/** Appel : la facture est-elle arrivée, et qu’est-ce qui bloque ? */
export const j4: StepTexts = {
  call: {
    subject: `Premier appel : {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**But :** savoir si la facture est bien arrivée, pourquoi elle n’est pas payée, et repartir avec une date.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

1. Se présenter : « {{ creditor.name }}, bonjour, j’aimerais parler à {% if debtor.isConsumer %}{{ debtor.name }}{% else %}la personne qui suit les règlements fournisseurs{% endif %}. »
2. « Avez-vous bien reçu {% if count == 1 %}notre facture {{ numbers }}{% else %}nos {{ count }} factures{% endif %} ? Où en est le règlement ? »
3. Écouter sans interrompre, puis noter un motif : oubli, facture non reçue, coordonnées bancaires, accord interne en attente, désaccord, difficulté de trésorerie.
4. « À quelle date pensez-vous virer {{ totals.asked }} ? » Répéter la date et le montant.
5. En cas de désaccord : noter la facture, le montant contesté et la raison. Ne pas discuter : ouvrir un litige.
6. Conclure : dire ce que chacun fera et quand, remercier.

**À noter :** personne jointe, motif, date promise. **Ne pas parler** de pénalités à ce stade.
`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% elsif count == 1 %}Facture {{ numbers }} : l’avez-vous bien reçue ?{% else %}{{ count }} factures : les avez-vous bien reçues ?{% endif %}`,
    body: `
${bonjour}

Nous n’avons pas pu vous joindre par téléphone au sujet {% if count == 1 %}de la facture ci-dessous, arrivée à
échéance{% else %}des factures ci-dessous, arrivées à échéance{% endif %}.

${brokenPromise}

{{ invoices }}

{% if count == 1 %}Vous est-elle bien parvenue{% else %}Vous sont-elles bien parvenues{% endif %}, et pouvez-vous nous
dire quel jour le règlement de {{ totals.asked }} est prévu ? Si quelque chose s’y oppose (accord interne, bon de
commande, désaccord), dites-le-nous : nous ferons le nécessaire.

{{ payment }}

${chorus}

${crossed} ${question}

Cordialement,

${signature}
`,
  },
}
