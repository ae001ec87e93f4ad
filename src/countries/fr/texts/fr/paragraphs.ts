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

/** Les copies des factures : une étape qui en parle les joint, tant qu’elles tiennent dans un e-mail. */
export const copies = `{% if attached %}Vous trouverez en pièce jointe la copie de
{{ attached }}.{% elsif attachments %}Vous en trouverez la copie en pièce jointe.{% endif %}{% if onRequest %}
Trop volumineuse pour ce message, la copie de {{ onRequest }} vous sera envoyée sur simple demande.{% endif %}`

/**
 * À partir du niveau 2, aucun autre frais. Entre professionnels : C. com. L441-10 II et D441-5. Personne publique : CCP
 * R2192-31, R2192-32 et D2192-35. Rien à un consommateur.
 */
export const penalties = `{% if debtor.isBusiness %}Nous vous rappelons qu’entre professionnels, tout retard de
paiement rend exigibles de plein droit, sans qu’un rappel soit nécessaire, des pénalités de retard et, pour chaque
facture payée en retard, une indemnité forfaitaire pour frais de recouvrement de 40 € (articles L441-10 et D441-5 du
code de commerce).{% elsif debtor.isPublicBody %}Nous vous rappelons que, dès le lendemain de l’expiration du délai de
paiement, courent des intérêts moratoires au taux de la Banque centrale européenne majoré de huit points, et qu’une
indemnité forfaitaire pour frais de recouvrement de 40 € est due pour chaque facture (articles R2192-31, R2192-32 et
D2192-35 du code de la commande publique).{% endif %}`

/** Personne publique : la facture passe par Chorus Pro. */
export const chorus = `{% if debtor.isPublicBody %}Si une facture n’apparaît pas dans Chorus Pro, ou si elle y a été
suspendue ou rejetée, dites-le-nous : nous la déposerons à nouveau ou fournirons la pièce qui manque.{% endif %}`

/** L’objet d’un message à un particulier, que d’autres peuvent lire sur un écran : ni dette ni montant. */
export const quietSubject =
  '{{ creditor.name }} : {% if count == 1 %}votre facture {{ numbers }}{% else %}vos factures{% endif %}'

/** Pour un collègue, dans un script d’appel : à qui l’on parle. */
export const whoNote = `{% if debtor.isConsumer %}**Particulier :** s’assurer que c’est bien {{ debtor.name }} au bout du fil avant
de parler de la facture. Ne rien dire à une autre personne, ne laisser aucun message sur un
répondeur.{% elsif debtor.isPublicBody %}**Organisme public :** demander le service comptable, et l’état de la facture dans Chorus Pro
(mise à disposition, suspendue, mandatée).{% endif %}`

/** L’en-tête d’une lettre : les deux parties. */
export const parties = `{{ creditor.name }}{% if creditor.address %}\\
{{ creditor.address }}{% endif %}{% if creditor.siren %}\\
SIREN {{ creditor.siren }}{% endif %}

{{ debtor.name }}{% if debtor.address %}\\
{{ debtor.address }}{% endif %}

{% if registered %}Lettre recommandée avec avis de réception\\
{% endif %}Le {{ today }}`

export const question = `{% if creditor.phone %}Pour toute question, répondez simplement à ce message ou appelez-nous
au {{ creditor.phone }}.{% else %}Pour toute question, répondez simplement à ce message.{% endif %}`

export const signature = `{{ creditor.name }}{% if creditor.phone %}\\
{{ creditor.phone }}{% endif %}{% if creditor.email %}\\
{{ creditor.email }}{% endif %}`
