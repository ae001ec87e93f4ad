import type { StepTexts } from '../../../../../domain/law/texts.ts'
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

1. « Avez-vous bien reçu cette lettre ? Qu’est-ce qui retient ce règlement ? »
2. Écouter sans interrompre, puis noter un motif : oubli, facture non reçue, coordonnées bancaires, désaccord, difficulté.
3. « À quelle date pouvez-vous régler {{ totals.due }} ? » Répéter la date et le montant.
4. Noter toute offre autre qu’un paiement immédiat, et tout désaccord : le créancier doit en être informé.
5. Conclure : dire ce que chacun fera et quand, remercier.

**À éviter :** toute menace, toute allusion à des frais.
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

**Objet : rappel de notre lettre {{ firstLetters }}**

{{ opening }}

${madameMonsieur}
${demand}
Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de cette lettre.

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

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

1. « Malgré cette lettre et nos rappels, {{ totals.due }} restent impayés. Qu’est-ce qui retient ce règlement ? » Écouter, noter le motif.
2. « À quelle date pouvez-vous vous engager ? »
3. Difficulté passagère : noter l’échéancier proposé, à soumettre au créancier. Ne rien accorder sans lui.
4. Dire la suite : sans date, un dernier rappel, puis une mise en demeure.
5. Reformuler la date et le montant, et confirmer par écrit.

**À éviter :** toute menace, toute allusion à des frais, tout échange avec une autre personne que le débiteur.
`,
  },
  email: {
    subject: letterSubject,
    body: `
${madameMonsieur}

${sinceLetter} Nous n’avons pas pu vous joindre par téléphone.

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
