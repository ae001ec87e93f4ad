import type { StepTexts } from '../../step-text.ts'
import {
  bonjour,
  brokenPromise,
  brokenPromiseNote,
  crossed,
  madameMonsieur,
  penalties,
  whoNote,
} from '../paragraphs.ts'
import {
  agencySignature,
  callNote,
  charges,
  contest,
  letterSubject,
  sender,
  sinceLetter,
} from './paragraphs.ts'

/** Premier appel après la lettre. */
export const j4: StepTexts = {
  call: {
    subject: `Appel : {{ debtor.name }}, {{ totals.due }}, lettre {{ firstLetters }}`,
    body: `
**But :** savoir si la lettre est arrivée, pourquoi la somme n’est pas payée, et repartir avec une date.

${whoNote}

${callNote}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

${brokenPromiseNote}

1. « Avez-vous bien reçu cette lettre ? Y a-t-il quelque chose qui empêche de payer ? »
2. Écouter, puis noter un motif : oubli, facture non reçue, coordonnées bancaires, désaccord, difficulté.
3. « Quel jour pouvez-vous régler {{ totals.due }} ? » Répéter la date et le montant.
4. Une offre autre qu’un paiement immédiat, ou un désaccord : la noter, le créancier doit en être informé.

**À ne pas dire :** aucune menace, aucun frais.
`,
  },
}

const demand = `
${sinceLetter} Sauf erreur de notre part, {% if count == 1 %}elle n’est{% else %}elles ne sont{% endif %} toujours pas
{% if count == 1 %}réglée{% else %}réglées{% endif %}.

${brokenPromise}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

**Merci de régler {{ totals.due }}, ou de nous indiquer la date à laquelle vous le ferez.**

{{ payment }}

${contest} ${charges}
`

/** Rappel écrit de la lettre. */
export const j7: StepTexts = {
  email: {
    subject: letterSubject,
    body: `
${bonjour}
${demand}
${crossed}

Cordialement,

${agencySignature}
`,
  },
  letter: {
    subject: `Rappel de notre lettre {{ firstLetters }}`,
    body: `
${sender}

Le {{ today }}

{{ opening }}

${madameMonsieur}
${demand}
Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de cette lettre.

Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.

{{ signing }}

${agencySignature}
`,
  },
}

/** Appel ferme, ou e-mail à défaut de téléphone valable. */
export const j11: StepTexts = {
  call: {
    subject: `Appel ferme : {{ debtor.name }}, {{ totals.due }}, lettre {{ firstLetters }}`,
    body: `
**But :** un engagement daté, aujourd’hui. Ton ferme et courtois.

${whoNote}

${callNote}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

${brokenPromiseNote}

1. « Malgré cette lettre et nos rappels, {{ totals.due }} restent impayés. J’ai besoin d’une date ferme. »
2. Difficulté passagère : noter l’échéancier proposé, à soumettre au créancier. Ne rien accorder sans lui.
3. Dire la suite : sans date, un dernier rappel, puis une mise en demeure.
4. Reformuler la date et le montant, et confirmer par écrit.

**À ne pas dire :** aucune menace, aucun frais, rien à une autre personne que le débiteur.
`,
  },
  email: {
    subject: letterSubject,
    body: `
${madameMonsieur}

${sinceLetter} Nous n’avons pas réussi à vous joindre par téléphone.

${brokenPromise}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

**Merci de nous confirmer sous deux jours ouvrés la date de votre règlement de {{ totals.due }}.**

${penalties}

{{ payment }}

${contest} ${charges} ${crossed}

Cordialement,

${agencySignature}
`,
  },
}
