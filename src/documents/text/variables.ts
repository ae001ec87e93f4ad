/** The variables of texts, each with what it means: the compiler holds this table to `TextScope`, both ways. */
import type { TextScope } from './message-data.ts'

/** `block`: alone on its line, drawn as a table or a frame. `yes-no`: for `if` only. */
export type VariableType = 'text' | 'amount' | 'date' | 'number' | 'yes-no' | 'block'

/** `optional`: not in every message; printed without an `if` around it, it blocks those that lack it. */
export type Variable<Optional extends boolean = boolean> = {
  readonly type: VariableType
  readonly optional: Optional
  readonly fr: string
  readonly en: string
}

/** The path of each value of the scope: `today`, `creditor.name`. */
export type VariablePath = PathOf<TextScope>

type PathOf<Scope, Before extends string = ''> = {
  [Key in keyof Scope & string]: NonNullable<Scope[Key]> extends string | number | boolean
    ? `${Before}${Key}`
    : PathOf<NonNullable<Scope[Key]>, `${Before}${Key}.`>
}[keyof Scope & string]

/** Whether the value at a path, or what holds it, may be absent. */
type MayMiss<Scope, Path> = Path extends `${infer Key extends keyof Scope & string}.${infer Rest}`
  ? undefined extends Scope[Key]
    ? true
    : MayMiss<Scope[Key], Rest>
  : Path extends keyof Scope
    ? undefined extends Scope[Path]
      ? true
      : false
    : never

const always = (type: VariableType, fr: string, en: string): Variable<false> => ({
  type,
  optional: false,
  fr,
  en,
})
const sometimes = (type: VariableType, fr: string, en: string): Variable<true> => ({
  type,
  optional: true,
  fr,
  en,
})

export const VARIABLES: { readonly [Path in VariablePath]: Variable<MayMiss<TextScope, Path>> } = {
  'contact.name': sometimes('text', 'nom de l’interlocuteur', 'name of the contact'),
  'debtor.name': sometimes('text', 'nom du débiteur', 'name of the debtor'),
  'debtor.address': sometimes('text', 'adresse du débiteur', 'address of the debtor'),
  'debtor.siren': sometimes('text', 'SIREN du débiteur', 'SIREN of the debtor'),
  'debtor.isBusiness': always('yes-no', 'le débiteur est une entreprise', 'the debtor is a business'),
  'debtor.isConsumer': always('yes-no', 'le débiteur est un particulier', 'the debtor is a consumer'),
  'debtor.isPublicBody': always(
    'yes-no',
    'le débiteur est un organisme public',
    'the debtor is a public body',
  ),
  count: always('number', 'nombre de factures du message', 'number of invoices in the message'),
  numbers: always('text', 'numéros de ces factures', 'numbers of these invoices'),
  firstDue: always('date', 'la plus ancienne de leurs échéances', 'the earliest of their due dates'),
  invoices: always('block', 'tableau des factures et de ce qui reste dû', 'table of invoices and balances'),
  others: sometimes(
    'block',
    'autres factures échues, pour mémoire, dans une mise en demeure',
    'other overdue invoices, for the record, in a formal notice',
  ),
  'totals.asked': always('amount', 'principal à régler', 'principal to pay'),
  'totals.due': always(
    'amount',
    'somme due : le principal, avec pénalités et 40 € aux phases qui les réclament',
    'sum due: the principal, with interest and €40 at the stages that claim them',
  ),
  claim: sometimes(
    'block',
    'décompte : principal, pénalités, 40 € ; jamais à un particulier, ni avant le niveau 3 (hors agence)',
    'claim: principal, interest, €40; never for a consumer, nor before level 3 (agencies excepted)',
  ),
  payment: always(
    'block',
    'comment payer : IBAN, bénéficiaire, référence',
    'how to pay: IBAN, payee, reference',
  ),
  'promise.amount': sometimes('amount', 'montant d’une promesse non tenue', 'amount of a broken promise'),
  'promise.by': sometimes('date', 'date d’une promesse non tenue', 'date of a broken promise'),
  today: always('date', 'jour où le message est écrit', 'day on which the message is written'),
  noticeDays: sometimes(
    'text',
    'délai d’une mise en demeure, en toutes lettres',
    'days that a formal notice gives, in words',
  ),
  registered: always('yes-no', 'la lettre part en recommandé', 'the letter goes registered'),
  attachments: sometimes('number', 'nombre de factures jointes', 'number of invoices attached'),
  attached: sometimes(
    'text',
    'leurs numéros, quand d’autres factures du message ne sont pas jointes',
    'their numbers, when other invoices of the message are not attached',
  ),
  onRequest: sometimes(
    'text',
    'numéros des factures trop lourdes pour être jointes',
    'numbers of the invoices that are too large to be attached',
  ),
  opening: always(
    'block',
    'début du texte propre à la lettre : ce qui précède est son en-tête',
    'where a letter’s own words begin: what stands before is its heading',
  ),
  signing: always('block', 'place de la signature d’une lettre', 'where a letter is signed'),
  'creditor.name': sometimes('text', 'nom du créancier', 'name of the creditor'),
  'creditor.email': sometimes('text', 'e-mail du créancier', 'e-mail of the creditor'),
  'creditor.phone': sometimes('text', 'téléphone du créancier', 'phone of the creditor'),
  'creditor.address': sometimes('text', 'adresse du créancier', 'address of the creditor'),
  'creditor.siren': sometimes('text', 'SIREN du créancier', 'SIREN of the creditor'),
  'creditor.signatory': sometimes('text', 'qui signe pour le créancier', 'who signs for the creditor'),
  'agency.name': sometimes('text', 'société de recouvrement', 'collection agency'),
  'agency.address': sometimes('text', 'son adresse', 'its address'),
  'agency.email': sometimes('text', 'son e-mail', 'its e-mail'),
  'agency.phone': sometimes('text', 'son téléphone', 'its phone'),
  'agency.iban': sometimes('text', 'son compte dédié', 'its dedicated account'),
  'agency.insurance': sometimes('text', 'son assurance', 'its insurance'),
  'agency.signatory': sometimes('text', 'qui signe pour elle', 'who signs for it'),
  reference: sometimes(
    'text',
    'référence de la première lettre de l’agence',
    'reference of an agency’s first letter',
  ),
  firstLetters: sometimes(
    'text',
    'référence et date de cette lettre, dans les messages suivants',
    'reference and date of that letter, in later messages',
  ),
}
