/** Paragraphs that several English texts share. Each is a whole paragraph, or nothing when it doesn't apply. */

export const hello = '{% if contact.name %}Dear {{ contact.name }},{% else %}Hello,{% endif %}'

export const dearSirOrMadam = 'Dear Sir or Madam,'

export const brokenPromise = `{% if promise %}You had told us to expect a payment of {{ promise.amount }} by
{{ promise.by }}; unless we are mistaken, it has not reached us in full.{% endif %}`

/** For a colleague, in a call script. */
export const brokenPromiseNote = `{% if promise %}**Broken promise:** {{ promise.amount }} announced by {{ promise.by }}. Recall it
first, without reproach.{% endif %}`

export const crossed = 'If your payment is already on its way, please disregard this message.'

/** Between businesses only, from level 2 on: C. com. L441-10 II and D441-5. No other charge, ever. */
export const penalties = `{% if debtor.isBusiness %}Please note that, between businesses, French law makes late-payment
interest and a fixed compensation of €40 for each invoice paid late due automatically, without any reminder being
required (articles L441-10 and D441-5 of the French Commercial Code).{% endif %}`

export const question = `{% if creditor.phone %}If you have any question, simply reply to this message or call us on
{{ creditor.phone }}.{% else %}If you have any question, simply reply to this message.{% endif %}`

export const signature = `{{ creditor.name }}{% if creditor.phone %}\\
{{ creditor.phone }}{% endif %}{% if creditor.email %}\\
{{ creditor.email }}{% endif %}`
