/** Paragraphs of the letters that no step asks for: plan, receipt, statement. */

/** CPCE R124-4, last paragraph: an agency recalls its letter in all that follows it. */
export const followsLetter = `{% if agency %}We refer to our letter, reference {{ firstLetters }}, sent on behalf of the
creditor {{ creditor.name }}.{% endif %}`

/** In whose name an agency writes. */
export const forCreditor = '{% if agency %}, in the name and on behalf of {{ creditor.name }},{% endif %}'

/** Who signs. */
export const signedBy = `{{ signing }}

{% if agency %}{% if agency.signatory %}{{ agency.signatory }}\\
{% endif %}{{ agency.name }}, amicable debt collection\\
on behalf of the creditor {{ creditor.name }}{% else %}{% if creditor.signatory %}{{ creditor.signatory }}\\
for {% endif %}{{ creditor.name }}{% endif %}`
