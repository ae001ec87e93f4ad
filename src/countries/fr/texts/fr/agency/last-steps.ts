import type { StepTexts } from '../../../../../domain/law/texts.ts'
import { claimed, running } from '../j40.ts'
import { bonjour, brokenPromise, crossed, madameMonsieur, penalties, whoNote } from '../paragraphs.ts'
import {
  agencySignature,
  callNote,
  charges,
  contest,
  letterSubject,
  sender,
  sinceLetter,
} from './paragraphs.ts'

const lastReminder = `
${sinceLetter} Ceci est **notre dernier rappel avant mise en demeure**.

${brokenPromise}

{{ invoices }}

${penalties}

{% if claim %}{{ claim }}{% endif %}

**Nous vous demandons de régler {{ totals.due }} sous huit jours.**

{{ payment }}

${contest} ${charges}
`

/** Dernier rappel avant mise en demeure. */
export const j30: StepTexts = {
  email: {
    subject: letterSubject,
    body: `
${madameMonsieur}
${lastReminder}
${crossed}

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

${agencySignature}
`,
  },
  letter: {
    subject: `Dernier rappel avant mise en demeure, lettre {{ firstLetters }}`,
    body: `
${sender}

Le {{ today }}

**Objet : dernier rappel avant mise en demeure, notre lettre {{ firstLetters }}**

{{ opening }}

${madameMonsieur}
${lastReminder}
Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de cette lettre.

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ signing }}

${agencySignature}
`,
  },
}

/** Mise en demeure au nom du créancier, à qui toute action appartient. */
export const j40: StepTexts = {
  letter: {
    subject: `Mise en demeure de payer {{ totals.due }} pour le compte du créancier {{ creditor.name }}`,
    body: `
{{ agency.name }}\\
{{ agency.address }}

{{ debtor.name }}\\
{{ debtor.address }}

Lettre recommandée avec avis de réception\\
Le {{ today }}

**Objet : mise en demeure de payer, pour le compte du créancier {{ creditor.name }}, {{ creditor.address }}**

{{ opening }}

${madameMonsieur}

Par notre lettre de référence {{ firstLetters }}, {{ agency.name }}, qui exerce une activité de recouvrement amiable et
agit pour le compte du créancier {{ creditor.name }}, vous a demandé le règlement {% if count == 1 %}de la facture suivante. Elle
reste impayée{% else %}des factures suivantes. Elles restent impayées{% endif %} :

{{ invoices }}

${brokenPromise}

${claimed}

**Par la présente, nous vous mettons en demeure, au nom et pour le compte du créancier {{ creditor.name }}, de payer la somme de
{{ totals.due }} dans un délai de {{ noticeDays }} jours à compter de la première présentation de cette lettre.**

{{ payment }}

${running} À défaut de règlement dans ce délai, nous rendrons compte à {{ creditor.name }}, qui se réserve
{% if debtor.isPublicBody %}de demander le mandatement d’office de la dépense ou d’engager un
référé-provision{% else %}de saisir la juridiction compétente, par la voie de l’injonction de payer ou du
référé-provision{% endif %}, sans autre avis. ${charges}

La présente lettre vaut mise en demeure au sens de l’article 1344 du code civil.

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ signing }}

{{ agency.signatory }}\\
${agencySignature}
`,
  },
}

/** Note interne : rendre compte au créancier, qui décide. */
export const j60: StepTexts = {
  task: {
    subject: `Rendre compte au créancier : {{ debtor.name }}, {{ totals.due }}`,
    body: `
La mise en demeure est restée sans effet. **Rien ne part sans la décision du créancier, {{ creditor.name }}.**

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

**Avant de rendre compte**

- Vérifier qu’aucun règlement n’attend d’être rapproché ou reversé, et qu’aucun litige n’est ouvert.
- Joindre la lettre {{ firstLetters }}, la mise en demeure et ses preuves d’envoi, et les réponses du débiteur.
- Signaler la prescription la plus proche{% unless debtor.isPublicBody %} : la mise en demeure ne l’a pas interrompue{% endunless %}.

**Ce que le créancier peut choisir**

1. Échéancier signé.
2. {% if debtor.isPublicBody %}Mandatement d’office ou référé-provision : l’injonction de payer n’existe pas contre un organisme public.{% else %}Requête en injonction de payer, avocat ou commissaire de justice.{% endif %}
3. Passer en perte.
`,
  },
}

/** Un paiement revenu impayé. */
export const paymentRejected: StepTexts = {
  email: {
    subject: letterSubject,
    body: `
${bonjour}

${sinceLetter} Votre paiement nous a été retourné par la banque ; il s’agit peut-être d’un simple incident technique. La somme de
{{ totals.due }} reste à régler.

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

Merci de vérifier auprès de votre banque et de renouveler le règlement, par virement si possible.

{{ payment }}

${contest} ${charges}

Bien cordialement,

${agencySignature}
`,
  },
  call: {
    subject: `Paiement rejeté : {{ debtor.name }}, {{ totals.due }}, lettre {{ firstLetters }}`,
    body: `
**But :** prévenir que le paiement est revenu impayé et obtenir un nouveau règlement. Ton aimable.

${whoNote}

${callNote}

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

1. « Votre paiement nous a été retourné par la banque. Savez-vous ce qui s’est passé ? »
2. Écouter, puis noter le motif : compte clos, provision insuffisante, mandat, erreur de coordonnées.
3. « Pouvez-vous régler par virement, et à quelle date ? » Relire l’IBAN si besoin.
4. Conclure : répéter la date et le montant, remercier.
`,
  },
}
