import type { StepTexts } from '../../../../domain/law/texts.ts'
import {
  brokenPromise,
  crossed,
  madameMonsieur,
  parties,
  penalties,
  question,
  quietSubject,
  signature,
} from './paragraphs.ts'

const lastReminder = `
${madameMonsieur}

Nos précédents rappels sont restés sans effet. {% if count == 1 %}La facture suivante demeure impayée{% else %}Les
factures suivantes demeurent impayées{% endif %}. Ceci est **notre dernier rappel avant mise en demeure**.

${brokenPromise}

{{ invoices }}

${penalties}

{% if claim %}À ce jour, le décompte de notre créance s’établit ainsi :

{{ claim }}{% endif %}

**Nous vous demandons de régler {{ totals.due }} sous huit jours.** Passé ce délai, nous serons contraints de vous
adresser une mise en demeure par lettre recommandée.

{{ payment }}

Une contestation ou une demande d’échéancier peut encore être examinée, à condition de nous parvenir par écrit dans ce
même délai.
`

/** Dernier rappel avant mise en demeure, avec le décompte complet quand il est connu. */
export const j30: StepTexts = {
  email: {
    subject: `{% if debtor.isConsumer %}${quietSubject}{% else %}Dernier rappel avant mise en demeure : {{ totals.due }}{% endif %}`,
    body: `${lastReminder}
${crossed} ${question}

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

${signature}
`,
  },
  letter: {
    subject: `Dernier rappel avant mise en demeure : {{ totals.due }}`,
    body: `
${parties}

**Objet : dernier rappel avant mise en demeure**

{{ opening }}
${lastReminder}
Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de cette lettre.

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ signing }}

${signature}
`,
  },
}
