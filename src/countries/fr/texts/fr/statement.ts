import type { StepText } from '../../../../domain/law/texts.ts'
import { followsLetter, signedBy } from './paper-paragraphs.ts'
import { madameMonsieur } from './paragraphs.ts'

/** Relevé de compte : tout ce qui s’y est passé, puis ce qui reste ouvert. */
export const statement: StepText = {
  subject: 'Relevé de votre compte au {{ today }}',
  body: `
${madameMonsieur}

${followsLetter}

Voici l’état de votre compte {% if agency %}auprès de {{ creditor.name }}{% else %}dans nos livres{% endif %} au
{{ today }}. {% if totals.owed %}Sauf erreur ou omission, il présente un solde de **{{ totals.owed }}** à
régler{% if totals.overdue %}, dont {{ totals.overdue }} à échéance dépassée{% endif %}.{% elsif totals.credit %}Il présente
un solde de **{{ totals.credit }}** en votre faveur.{% else %}Il est soldé.{% endif %}

{{ movements }}

{% if invoices %}Restent ouvertes à ce jour :

{{ invoices }}{% endif %}

{% if payment %}{{ payment }}{% endif %}

Si ce relevé diffère de vos livres, merci de nous signaler l’écart, facture par facture : nous l’examinerons avec vous.
Un règlement parti ces derniers jours peut ne pas y figurer encore.

Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.

${signedBy}
`,
}
