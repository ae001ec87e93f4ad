import type { StepTexts } from '../../../../domain/law/texts.ts'
import {
  brokenPromise,
  chorus,
  crossed,
  madameMonsieur,
  parties,
  penalties,
  question,
  quietSubject,
  signature,
} from './paragraphs.ts'

const demand = `
${madameMonsieur}

Malgré nos rappels, nous n’avons pas reçu le règlement {% if count == 1 %}de la facture suivante{% else %}des
factures suivantes{% endif %}.

${brokenPromise}

{{ invoices }}

**Nous vous demandons de régler sans délai la somme de {{ totals.asked }}.**

${penalties} {% unless debtor.isConsumer %}Le montant demandé ci-dessus ne les comprend pas.{% endunless %}

{{ payment }}

${chorus}

Sans règlement ni réponse de votre part, nous serons amenés à vous adresser un dernier rappel, puis une mise en
demeure. Si vous contestez tout ou partie de cette somme, ou si vous traversez une difficulté, écrivez-nous sans
attendre : une solution amiable reste possible.
`

/** Demande ferme : lettre, recommandée ou non, ou e-mail sous le seuil et en secours. */
export const j16: StepTexts = {
  letter: {
    subject: `Demande de règlement immédiat : {{ totals.asked }}`,
    body: `
${parties}

**Objet : demande de règlement immédiat**

{{ opening }}
${demand}
Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de cette lettre.

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ signing }}

${signature}
`,
  },
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}Règlement immédiat demandé : {{ totals.asked }}{% endif %}`,
    body: `${demand}
${crossed} ${question}

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

${signature}
`,
  },
}
