import type { StepText } from '../../../../domain/law/texts.ts'
import { followsLetter, signedBy } from './paper-paragraphs.ts'
import { madameMonsieur } from './paragraphs.ts'

/** Reçu des règlements ; quittance quand les factures n’en laissent rien à payer. */
export const receipt: StepText = {
  subject: '{% if totals.left %}Reçu de règlement{% else %}Quittance{% endif %} : {{ totals.paid }}',
  body: `
${madameMonsieur}

${followsLetter}

Nous avons bien reçu {% if count == 1 %}votre règlement{% else %}vos règlements{% endif %}, pour un total de
{{ totals.paid }}, et vous en remercions :

{{ receipts }}

{% if totals.left %}Après {% if count == 1 %}ce règlement{% else %}ces règlements{% endif %}, vos factures se présentent
ainsi :{% else %}{% if invoiceCount == 1 %}La facture suivante est intégralement réglée :{% else %}Les factures suivantes
sont intégralement réglées :{% endif %}{% endif %}

{{ settled }}

{% if totals.left %}**Il reste dû {{ totals.left }}.** La présente vaut reçu des sommes encaissées.{% else %}**La présente
vaut quittance, pour solde {% if invoiceCount == 1 %}de cette facture{% else %}de ces
factures{% endif %}.**{% endif %} Elle est délivrée sous réserve du bon encaissement des règlements qu’elle mentionne.

Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.

${signedBy}
`,
}
