/** Paragraphs of the messages of a collection agency, which writes on the creditor’s behalf. */

/** The subject of an e-mail: the letter that the debtor received, neither debt nor amount. */
export const letterSubject = 'Our letter {{ firstLetters }}'

/** CPCE R124-4, last paragraph: references and date of the letter in whatever follows it. */
export const sinceLetter = `We refer to our letter, reference {{ firstLetters }}, in which {{ agency.name }}, acting on behalf of
{{ creditor.name }}, asked you to pay {% if count == 1 %}the following invoice{% else %}the following
invoices{% endif %}.`

/** For a colleague: what the call must say, and on whose behalf. */
export const callNote = `**To say first:** “{{ agency.name }}, amicable debt collection, on behalf of {{ creditor.name }}; I am calling further to our letter, reference {{ firstLetters }}.”`

/** The €40 are the only ones that the law gives the creditor, and never from a consumer. */
export const charges =
  '{% if debtor.isConsumer %}No costs{% else %}No other costs{% endif %} are charged to you.'

export const contest = `If you dispute all or part of this sum, or are going through a difficult time, please write to us: we
will inform {{ creditor.name }}.`

export const sender = `{{ agency.name }}\\
{{ agency.address }}{% if agency.phone %}\\
{{ agency.phone }}{% endif %}{% if agency.email %}\\
{{ agency.email }}{% endif %}

{{ debtor.name }}{% if debtor.address %}\\
{{ debtor.address }}{% endif %}`

export const agencySignature = `{{ agency.name }}, amicable debt collection\\
on behalf of {{ creditor.name }}{% if agency.phone %}\\
{{ agency.phone }}{% endif %}{% if agency.email %}\\
{{ agency.email }}{% endif %}`
