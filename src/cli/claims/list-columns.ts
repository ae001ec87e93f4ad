import type { ListName, ListRows } from '../../app/reports/export-lists.ts'
import type { Cell, CellKind } from '../../formats/sheet.ts'
import { type Language, type Phrase, phrases } from '../../words/language.ts'
import { CHANNELS, HOLDS, MODES, STAGES, STATUSES } from '../../words/words.ts'

/** A column of an exported list: its title, and what of a row stands in it. */
export type ListColumn<Row> = {
  title: Phrase
  kind: CellKind
  cell(row: Row, language: Language): Cell
}

const NAMES = phrases(
  { balances: 'Soldes', invoices: 'Factures', claims: 'Décomptes', actions: 'Actions', journal: 'Journal' },
  { balances: 'Balances', invoices: 'Invoices', claims: 'Claims', actions: 'Actions', journal: 'Journal' },
)

export const LIST_NAMES: readonly ListName[] = ['balances', 'invoices', 'claims', 'actions', 'journal']

export function listTitle(name: ListName, language: Language): string {
  return NAMES[language][name]
}

export const LIST_COLUMNS: { [Name in ListName]: readonly ListColumn<ListRows[Name]>[] } = {
  balances: [
    text('Créancier', 'Creditor', row => row.creditor),
    text('Code', 'Code', row => row.code),
    text('Débiteur', 'Debtor', row => row.name),
    text('Devise', 'Currency', row => row.currency),
    amount('Ouvert', 'Open', row => row.openCents),
    amount('Échu', 'Overdue', row => row.overdueCents),
  ],
  invoices: [
    text('Dossier', 'Case', row => row.case),
    text('Débiteur', 'Debtor', row => row.debtor),
    text('Facture', 'Invoice', row => row.invoice),
    text('Échéance n°', 'Due item', row => row.item),
    date('Émise le', 'Issued on', row => row.issuedOn),
    date('Échéance', 'Due on', row => row.dueOn),
    text('Devise', 'Currency', row => row.currency),
    amount('Montant TTC', 'Amount incl. tax', row => row.amountCents),
    amount('Solde', 'Balance', row => row.balanceCents),
    count('Jours de retard', 'Days late', row => row.daysLate),
    text('Phase', 'Stage', (row, language) => row.stage && STAGES[row.stage][language]),
    text('Suspension', 'Hold', (row, language) => row.held.map(reason => HOLDS[reason][language]).join(', ')),
    text('Prochaine étape', 'Next step', row => row.nextStep),
    date('Prévue le', 'Planned on', row => row.nextStepOn),
  ],
  claims: [
    text('Dossier', 'Case', row => row.case),
    text('Débiteur', 'Debtor', row => row.debtor),
    text('Devise', 'Currency', row => row.currency),
    amount('Principal', 'Principal', row => row.principalCents),
    amount('Intérêts', 'Interest', row => row.interestCents),
    amount('Indemnités', 'Indemnities', row => row.indemnityCents),
    amount('Total', 'Total', row => row.totalCents),
    text('Taux inconnu', 'Unknown rate', row => row.unknownRate),
  ],
  actions: [
    text('Action', 'Action', row => row.id),
    text('Dossier', 'Case', row => row.case),
    text('Débiteur', 'Debtor', row => row.debtor),
    date('Demandée le', 'Asked on', row => row.askedOn),
    text('Étape', 'Step', row => row.step),
    text('Phase', 'Stage', (row, language) => STAGES[row.stage][language]),
    text('Canal', 'Channel', (row, language) => CHANNELS[row.channel][language]),
    text('Mode', 'Mode', (row, language) => MODES[row.mode][language]),
    text('État', 'Status', (row, language) => STATUSES[row.status][language]),
    date('Terminée le', 'Ended on', row => row.endedOn),
    text('Échéances', 'Due items', row => row.items.join(', ')),
    text('Devise', 'Currency', row => row.currency),
    amount('Montant', 'Amount', row => row.amountCents),
  ],
  journal: [
    text('Dossier', 'Case', row => row.case),
    count('Rang', 'Position', row => row.position),
    date('Jour', 'Day', row => row.day),
    text('Enregistré le', 'Recorded at', row => row.recordedAt),
    text('Auteur', 'Actor', row => row.actor),
    text('Nature', 'Kind', row => row.kind),
    text('Contenu', 'Entry', row => row.entry),
    text('Sel', 'Salt', row => row.salt),
    text('Empreinte du contenu', 'Content hash', row => row.contentHash),
    text('Effacé le', 'Erased at', row => row.erasedAt),
    text('Empreinte précédente', 'Previous hash', row => row.previousHash),
    text('Empreinte', 'Hash', row => row.hash),
  ],
}

type CellOf<Row> = ListColumn<Row>['cell']

function text<Row>(fr: string, en: string, cell: CellOf<Row>): ListColumn<Row> {
  return { title: { fr, en }, kind: 'text', cell }
}

function date<Row>(fr: string, en: string, cell: CellOf<Row>): ListColumn<Row> {
  return { title: { fr, en }, kind: 'date', cell }
}

function count<Row>(fr: string, en: string, cell: CellOf<Row>): ListColumn<Row> {
  return { title: { fr, en }, kind: 'count', cell }
}

function amount<Row>(fr: string, en: string, cents: (row: Row) => bigint | number | null): ListColumn<Row> {
  const cell = (row: Row) => {
    const value = cents(row)
    return value === null ? null : BigInt(value)
  }
  return { title: { fr, en }, kind: 'amount', cell }
}
