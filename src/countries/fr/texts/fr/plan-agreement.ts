import type { StepText } from '../../../../domain/law/texts.ts'
import { followsLetter, forCreditor } from './paper-paragraphs.ts'
import { madameMonsieur } from './paragraphs.ts'

/**
 * Échéancier à signer : reconnaissance (C. civ. 2240), dates et sommes, déchéance du terme, pas de novation (C. civ.
 * 1330), deux originaux (C. civ. 1375).
 */
export const planAgreement: StepText = {
  subject:
    'Échéancier de règlement, {{ totals.plan }} en {{ count }} {% if count == 1 %}échéance{% else %}échéances{% endif %}',
  body: `
${madameMonsieur}

${followsLetter}

Comme convenu, nous acceptons que la somme de {{ totals.plan }} soit réglée${forCreditor} selon l’échéancier ci-dessous.
L’accord prend effet quand les deux parties l’ont signé ; merci de nous en retourner un exemplaire.

**1. Reconnaissance.** {{ debtor.name }} reconnaît devoir à {{ creditor.name }} la somme de {{ totals.owed }} au titre
{% if invoiceCount == 1 %}de la facture suivante{% else %}des factures suivantes{% endif %}. Cette reconnaissance interrompt la prescription (article 2240 du code civil).

{{ invoices }}

**2. Échéances.** {% if totals.rest %}Sur cette somme, {{ totals.plan }} sont réglés{% else %}Cette somme est réglée{% endif %}
aux dates suivantes, au plus tard.{% if totals.rest %} Le surplus, {{ totals.rest }}, reste dû en dehors du présent
accord.{% endif %} Un règlement anticipé est possible à tout moment.

{{ instalments }}

**3. Moyen de paiement.** Chaque échéance est réglée sans qu’un rappel soit nécessaire :

{{ payment }}

**4. Déchéance du terme.** Si une échéance n’est pas réglée à sa date, et ne l’est toujours pas {{ noticeDays }} jours
après une mise en demeure de la régler, tout ce qui reste dû devient exigible aussitôt.

**5. Portée.** Tant que l’accord est respecté, nous n’adressons aucune relance sur ces sommes. Il n’emporte pas novation
(article 1330 du code civil){% if debtor.isBusiness %} et ne vaut pas renonciation aux pénalités de retard ni à
l’indemnité forfaitaire que prévoit l’article L441-10 du code de commerce{% elsif debtor.isPublicBody %} et ne vaut pas
renonciation aux intérêts moratoires{% endif %}. Aucun frais ne s’y ajoute.

Fait en deux exemplaires originaux, un pour chaque partie.

{{ signatures }}
`,
}
