import type { StepTexts } from '../step-text.ts'
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
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}{% if count == 1 %}Facture {{ numbers }} échue : un oubli ?{% else %}{{ count }} factures échues : un oubli ?{% endif %}{% endif %}`,
    body: `
${bonjour}

Sauf erreur de notre part, {% if count == 1 %}la facture ci-dessous est arrivée à échéance et n’a pas encore été
réglée{% else %}les {{ count }} factures ci-dessous sont arrivées à échéance et n’ont pas encore été
réglées{% endif %}. Il s’agit sans doute d’un simple oubli.
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

- « Je vous appelle au sujet d’un règlement de {{ totals.asked }} arrivé à échéance. L’avez-vous bien en paiement ? »
- Facture non reçue : vérifier l’adresse e-mail, renvoyer la copie pendant l’appel.
- Noter la date annoncée et le nom de la personne.
`,
  },
}
