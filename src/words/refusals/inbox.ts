/** What came in and can't be acted on as asked. Messages as people name them, `M-12`. */
import { phrases } from '../language.ts'

type OfMessage = { message: string }

export const INBOX_REFUSALS = phrases(
  {
    'no-mailbox': 'aucune boîte à lire : IMAP_URL ou MAILBOXES_FILE la nomme, docs/inbox.md dit comment',
    'unknown-message': ({ message }: OfMessage) => `aucun message ${message}`,
    'already-tied': ({ message }: OfMessage) =>
      `${message} a déjà changé son dossier : il ne passe plus à un autre`,
    'unassigned-message': ({ message }: OfMessage) => `${message} n'a pas de dossier`,
    'which-suggestion': ({ message, waiting }: OfMessage & { waiting: readonly number[] }) =>
      `${message} en propose plusieurs : dites laquelle (${waiting.join(', ')})`,
    'unknown-suggestion': ({ message }: OfMessage) => `${message} ne propose rien de tel`,
    'already-accepted': ({ message, suggestion }: OfMessage & { suggestion: number }) =>
      `${message} : la proposition ${suggestion} est déjà acceptée`,
    'day-needed': {
      promise: 'il manque le jour promis',
      insolvency: 'il manque le jour du jugement',
    },
    'amount-needed': 'rien n’est échu ; donnez la somme promise',
    'plan-needed': 'il manque l’échéancier accordé',
    'item-needed': {
      which: ({ known }: { known: readonly string[] }) =>
        `il manque la facture contestée, parmi ${known.join(', ') || 'aucune'}`,
      'one-amount': 'il manque une somme pour une seule facture',
    },
  },
  {
    'no-mailbox': 'no mailbox to read: IMAP_URL or MAILBOXES_FILE names it; docs/inbox.md says how',
    'unknown-message': ({ message }) => `no message ${message}`,
    'already-tied': ({ message }) => `${message} has changed its case already: it goes to no other`,
    'unassigned-message': ({ message }) => `${message} has no case`,
    'which-suggestion': ({ message, waiting }) =>
      `${message} suggests several things: say which (${waiting.join(', ')})`,
    'unknown-suggestion': ({ message }) => `${message} suggests no such thing`,
    'already-accepted': ({ message, suggestion }) =>
      `${message}: suggestion ${suggestion} is accepted already`,
    'day-needed': {
      promise: 'the day promised is missing',
      insolvency: 'the day of the judgment is missing',
    },
    'amount-needed': 'nothing is overdue; say which amount is promised',
    'plan-needed': 'the plan that is granted is missing',
    'item-needed': {
      which: ({ known }) => `the disputed invoice is missing, among ${known.join(', ') || 'none'}`,
      'one-amount': 'one amount needs one invoice',
    },
  },
)
