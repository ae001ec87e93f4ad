import type { StepTexts } from '../../../../../domain/law/texts.ts'
import { L111_8_PARAGRAPHS } from '../../l111-8.ts'
import { madameMonsieur, penalties } from '../paragraphs.ts'
import { agencySignature, charges, contest, sender } from './paragraphs.ts'

/** Principal, intérêts et accessoires, séparément (CPCE R124-4, 3°) ; un particulier ne doit que le principal. */
export const separately = `{% if debtor.isConsumer %}- Principal : {{ totals.asked }}
- Intérêts : néant
- Autres accessoires : néant{% else %}{{ claim }}{% endif %}`

/** La lettre par laquelle commence le recouvrement pour autrui : les mentions de CPCE R124-4, sans en omettre une. */
export const r1: StepTexts = {
  letter: {
    subject: `Demande de paiement pour le compte du créancier {{ creditor.name }} : {{ totals.due }}`,
    body: `
${sender}

Le {{ today }}\\
Notre référence, à rappeler : {{ reference }}

**Objet : demande de paiement pour le compte du créancier {{ creditor.name }}**

{{ opening }}

${madameMonsieur}

{{ agency.name }}, {{ agency.address }}, exerce une activité de recouvrement amiable de créances. Le créancier,
{{ creditor.name }}, {{ creditor.address }}, nous a chargés de recouvrer auprès de vous, à l’amiable, la créance suivante.

**Fondement :** {% if count == 1 %}la facture ci-dessous, émise par {{ creditor.name }}, échue et
impayée.{% else %}les factures ci-dessous, émises par {{ creditor.name }}, échues et impayées.{% endif %}

{{ invoices }}

**Montant, en distinguant le principal, les intérêts et les autres accessoires :**

${separately}

${penalties}

**Nous vous demandons de payer la somme de {{ totals.due }} sous huit jours, par le moyen suivant.**

{{ payment }}

${contest}

${charges} Les deuxième et troisième alinéas de l’article L111-8 du code des procédures civiles d’exécution disposent :

« ${L111_8_PARAGRAPHS[0]} »

« ${L111_8_PARAGRAPHS[1]} »

Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de cette lettre.

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ signing }}

${agencySignature}

{% if agency.insurance %}Assurance de responsabilité civile professionnelle : {{ agency.insurance }}{% endif %}
`,
  },
}
