/** Paragraphs that several French texts share. Each is a whole paragraph, or nothing when it doesn't apply. */

export const bonjour = '{% if contact.name %}Bonjour {{ contact.name }},{% else %}Bonjour,{% endif %}'

export const madameMonsieur = 'Madame, Monsieur,'

export const brokenPromise = `{% if promise %}Vous nous aviez annoncé un règlement de {{ promise.amount }} pour le
{{ promise.by }} ; sauf erreur de notre part, il ne nous est pas parvenu en totalité.{% endif %}`

/** Pour un collègue, dans un script d’appel. */
export const brokenPromiseNote = `{% if promise %}**Promesse non tenue :** {{ promise.amount }} annoncés pour le {{ promise.by }}. La
rappeler d’entrée, sans reproche.{% endif %}`

export const crossed =
  'Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de ce message.'

/** Entre professionnels seulement, à partir du niveau 2 : C. com. L441-10 II et D441-5. Aucun autre frais. */
export const penalties = `{% if debtor.isBusiness %}Nous vous rappelons qu’entre professionnels, tout retard de
paiement rend exigibles de plein droit, sans qu’un rappel soit nécessaire, des pénalités de retard et, pour chaque
facture payée en retard, une indemnité forfaitaire pour frais de recouvrement de 40 € (articles L441-10 et D441-5 du
code de commerce).{% endif %}`

export const question = `{% if creditor.phone %}Pour toute question, répondez simplement à ce message ou appelez-nous
au {{ creditor.phone }}.{% else %}Pour toute question, répondez simplement à ce message.{% endif %}`

export const signature = `{{ creditor.name }}{% if creditor.phone %}\\
{{ creditor.phone }}{% endif %}{% if creditor.email %}\\
{{ creditor.email }}{% endif %}`
