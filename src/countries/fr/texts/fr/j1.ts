import type { StepTexts } from '../../../../domain/law/texts.ts'
import {
  bonjour,
  brokenPromise,
  brokenPromiseNote,
  chorus,
  copies,
  crossed,
  question,
  quietSubject,
  signature,
  whoNote,
} from './paragraphs.ts'

/** Premier rappel : on suppose un oubli. */
export const j1: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}{% if count == 1 %}Facture {{ numbers }} échue{% else %}{{ count }} factures échues{% endif %} : {% if debtor.isPublicBody %}où en est le paiement ?{% else %}un oubli ?{% endif %}{% endif %}`,
    body: `
${bonjour}

Sauf erreur de notre part, {% if count == 1 %}la facture ci-dessous est arrivée à échéance et n’a pas encore été
réglée{% else %}les factures ci-dessous sont arrivées à échéance et n’ont pas encore été
réglées{% endif %}. {% unless debtor.isPublicBody %}Il s’agit sans doute d’un simple oubli.{% endunless %}
${copies}

${brokenPromise}

{{ invoices }}

{{ payment }}

${chorus}

Merci de procéder au règlement, ou de nous dire ce qui l’empêche : facture non reçue, désaccord, information
manquante. ${crossed}

${question}

Bien cordialement,

${signature}
`,
  },
  call: {
    subject: `Appel de rappel : {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**But :** vérifier que tout a bien été reçu et obtenir une date. Ton aimable : on suppose un oubli.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

1. « Je vous appelle au sujet d’un règlement de {{ totals.asked }}, arrivé à échéance. Où en est-il de votre côté ? »
2. Écouter, puis noter ce qui l’explique : oubli, facture non reçue, accord interne en attente, désaccord.
3. Facture non reçue : vérifier l’adresse e-mail, renvoyer la copie pendant l’appel.
4. « À quelle date le virement est-il prévu ? » Répéter la date et le montant, puis remercier.

**À noter :** personne jointe, motif, date annoncée.
`,
  },
}
