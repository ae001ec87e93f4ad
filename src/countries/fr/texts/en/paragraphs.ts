/** Paragraphs that several English texts share. Each is a whole paragraph, or nothing when it doesn't apply. */

export const hello = '{% if contact.name %}Dear {{ contact.name }},{% else %}Hello,{% endif %}'

export const dearSirOrMadam = 'Dear Sir or Madam,'

export const brokenPromise = `{% if promise %}You told us to expect a payment of {{ promise.amount }} by
{{ promise.by }}; unless we are mistaken, it has not reached us in full.{% endif %}`

/** For a colleague, in a call script. */
export const brokenPromiseNote = `{% if promise %}**Broken promise:** {{ promise.amount }} announced by {{ promise.by }}. Mention it
first, without reproach.{% endif %}`

export const crossed = 'If your payment is already on its way, please disregard this message.'

/** Copies of the invoices: a step that speaks of them attaches them, as long as they fit in an e-mail. */
export const copies = `{% if attached %}A copy of {{ attached }} is
attached.{% elsif attachments %}A copy is attached.{% endif %}{% if onRequest %}
Too large for this message, a copy of {{ onRequest }} will be sent on request.{% endif %}`

/**
 * From level 2 on, and no other charge, ever. Between businesses: C. com. L441-10 II and D441-5. Public bodies: CCP
 * R2192-31, R2192-32 and D2192-35. Nothing to a consumer.
 */
export const penalties = `{% if debtor.isBusiness %}Please note that, between businesses, French law makes late-payment
interest and a fixed compensation of €40 for each invoice paid late due automatically, without any reminder being
required (articles L441-10 and D441-5 of the French Commercial Code).{% elsif debtor.isPublicBody %}Please note that,
from the day after the payment period expires, late-payment interest runs at the European Central Bank’s rate plus
eight points, and that a fixed compensation of €40 is due for each invoice (articles R2192-31, R2192-32 and D2192-35
of the French Public Procurement Code).{% endif %}`

/** Public bodies: invoices go through Chorus Pro. */
export const chorus = `{% if debtor.isPublicBody %}If an invoice does not appear in Chorus Pro, or was suspended or
rejected there, please tell us: we will submit it again or send the missing document.{% endif %}`

/** The subject of a message to a consumer, which others may read on a screen: neither debt nor amount. */
export const quietSubject =
  '{{ creditor.name }}: {% if count == 1 %}your invoice {{ numbers }}{% else %}your invoices{% endif %}'

/** For a colleague, in a call script: to whom one speaks. */
export const whoNote = `{% if debtor.isConsumer %}**Consumer:** make sure that {{ debtor.name }} is the person on the phone before
mentioning the invoice. Say nothing to anybody else, leave nothing on an answering
machine.{% elsif debtor.isPublicBody %}**Public body:** ask for the accounting department, and for the state of the invoice in Chorus Pro
(available, suspended, approved for payment).{% endif %}`

/** The head of a letter: both parties. */
export const parties = `{{ creditor.name }}{% if creditor.address %}\\
{{ creditor.address }}{% endif %}{% if creditor.siren %}\\
SIREN {{ creditor.siren }}{% endif %}

{{ debtor.name }}{% if debtor.address %}\\
{{ debtor.address }}{% endif %}

{% if registered %}Registered letter with acknowledgement of receipt\\
{% endif %}{{ today }}`

export const question = `{% if creditor.phone %}If you have any questions, simply reply to this message or call us on
{{ creditor.phone }}.{% else %}If you have any questions, simply reply to this message.{% endif %}`

export const signature = `{{ creditor.name }}{% if creditor.phone %}\\
{{ creditor.phone }}{% endif %}{% if creditor.email %}\\
{{ creditor.email }}{% endif %}`
