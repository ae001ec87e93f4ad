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

/** Deuxième rappel : on demande une date. */
export const j7: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}{% if count == 1 %}Facture {{ numbers }} : quand pensez-vous la régler ?{% else %}{{ count }} factures échues : quand pensez-vous les régler ?{% endif %}{% endif %}`,
    body: `
${bonjour}

Nous revenons vers vous au sujet de {% if count == 1 %}la facture ci-dessous, toujours impayée{% else %}ces
factures, toujours impayées{% endif %} à ce jour, pour un total de {{ totals.asked }}.

${brokenPromise}

{{ invoices }}

**Pouvez-vous nous indiquer la date à laquelle le virement partira ?** Une ligne en réponse à ce message suffit.

Si quelque chose s’y oppose (désaccord, facture introuvable, difficulté passagère), dites-le-nous aussi : nous
chercherons une solution avec vous.

{{ payment }}

${chorus}

${crossed} ${question}

Cordialement,

${signature}
`,
  },
  call: {
    subject: `Appel : une date de paiement, {{ debtor.name }}, {{ totals.asked }}`,
    body: `
**But :** obtenir une date de paiement précise.

${whoNote}

{{ invoices }}

${brokenPromiseNote}

1. « Sauf erreur, nous n’avons pas encore reçu {{ totals.asked }}. Qu’est-ce qui retient ce règlement ? »
2. Écouter, puis noter un motif. Un désaccord s’enregistre comme litige, sans en discuter.
3. « À quelle date le virement partira-t-il ? » Pas de date possible : demander qui décide, et quand le rappeler.
4. Conclure : répéter la date et le montant, remercier.

**À noter :** personne jointe, motif, date, montant.
`,
  },
}
