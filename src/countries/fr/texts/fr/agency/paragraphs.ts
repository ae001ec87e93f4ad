/** Paragraphes des messages d’une société de recouvrement, qui écrit pour le compte du créancier. */

/** L’objet d’un e-mail : la lettre que le débiteur a reçue, ni dette ni montant. */
export const letterSubject = 'Notre lettre {{ firstLetters }}'

/** CPCE R124-4, dernier alinéa : références et date d’envoi de la lettre dans chaque démarche qui suit. */
export const sinceLetter = `Nous faisons suite à notre lettre de référence {{ firstLetters }}, par laquelle {{ agency.name }},
agissant pour le compte du créancier {{ creditor.name }}, vous demandait le règlement {% if count == 1 %}de la facture
suivante{% else %}des factures suivantes{% endif %}.`

/** Pour un collègue : ce que l’appel doit dire, et de qui il parle. */
export const callNote = `**À dire d’entrée :** « {{ agency.name }}, recouvrement amiable, pour le compte du créancier {{ creditor.name }} ; je vous appelle à la suite de notre lettre de référence {{ firstLetters }}. »`

/** L’indemnité de 40 € est la seule que la loi donne au créancier, et jamais contre un particulier. */
export const charges =
  '{% if debtor.isConsumer %}Aucun frais{% else %}Aucun autre frais{% endif %} n’est à votre charge.'

export const contest = `Si vous contestez tout ou partie de cette somme, ou si vous traversez une difficulté, écrivez-nous :
nous en ferons part à {{ creditor.name }}.`

export const sender = `{{ agency.name }}\\
{{ agency.address }}{% if agency.phone %}\\
{{ agency.phone }}{% endif %}{% if agency.email %}\\
{{ agency.email }}{% endif %}

{{ debtor.name }}{% if debtor.address %}\\
{{ debtor.address }}{% endif %}`

export const agencySignature = `{{ agency.name }}, recouvrement amiable de créances\\
pour le compte du créancier {{ creditor.name }}{% if agency.phone %}\\
{{ agency.phone }}{% endif %}{% if agency.email %}\\
{{ agency.email }}{% endif %}`
