/** Paragraphes des lettres qu’aucune étape ne demande : échéancier, reçu, relevé. */

/** CPCE R124-4, dernier alinéa : une société de recouvrement rappelle sa lettre dans tout ce qui la suit. */
export const followsLetter = `{% if agency %}Nous faisons suite à notre lettre de référence {{ firstLetters }}, adressée pour le
compte du créancier {{ creditor.name }}.{% endif %}`

/** Au nom de qui écrit une société de recouvrement. */
export const forCreditor = '{% if agency %}, au nom et pour le compte de {{ creditor.name }},{% endif %}'

/** Qui signe. */
export const signedBy = `{{ signing }}

{% if agency %}{% if agency.signatory %}{{ agency.signatory }}\\
{% endif %}{{ agency.name }}, recouvrement amiable de créances\\
pour le compte du créancier {{ creditor.name }}{% else %}{% if creditor.signatory %}{{ creditor.signatory }}\\
pour {% endif %}{{ creditor.name }}{% endif %}`
