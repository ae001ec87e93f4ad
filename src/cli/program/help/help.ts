import { HELP_OF_THE_BANK } from './help-bank.ts'
import { HELP_OF_THE_DAY } from './help-day.ts'
import { HELP_OF_EXPORTS } from './help-export.ts'
import { HELP_OF_IMPORTS } from './help-import.ts'
import { HELP_OF_THE_INBOX } from './help-inbox.ts'
import { HELP_OF_THE_LAW } from './help-law.ts'
import { HELP_OF_THE_POST } from './help-post.ts'
import { HELP_OF_THE_PROGRAM } from './help-program.ts'
import { HELP_OF_SETTINGS } from './help-settings.ts'
import { HELP_OF_TEXTS } from './help-texts.ts'

/** The English of every sentence of help, by the French that stands beside its command. */
export const HELP_IN_ENGLISH: Readonly<Record<string, string>> = {
  ...HELP_OF_THE_PROGRAM,
  ...HELP_OF_IMPORTS,
  ...HELP_OF_THE_DAY,
  ...HELP_OF_THE_INBOX,
  ...HELP_OF_THE_POST,
  ...HELP_OF_THE_LAW,
  ...HELP_OF_TEXTS,
  ...HELP_OF_EXPORTS,
  ...HELP_OF_SETTINGS,
  ...HELP_OF_THE_BANK,
}

/** The English of every name of a value, by the French of it: `fichier` of `--output <fichier>`. */
export const VALUES_IN_ENGLISH: Readonly<Record<string, string>> = {
  dossier: 'folder',
  date: 'date',
  langue: 'language',
  n: 'n',
  curseur: 'cursor',
  format: 'format',
  fichier: 'file',
  delai: 'terms',
  mode: 'mode',
  code: 'code',
  id: 'id',
  fichiers: 'files',
  numero: 'number',
  on: 'on',
  off: 'off',
  message: 'message',
  chemin: 'path',
  montant: 'amount',
  facture: 'invoice',
  motif: 'reason',
  adresse: 'address',
  nom: 'name',
  debiteur: 'debtor',
  issue: 'outcome',
  texte: 'text',
  verbe: 'verb',
  statut: 'status',
  piece: 'proof',
  fait: 'fact',
  genre: 'kind',
  pourcent: 'percent',
  base: 'basis',
  ordre: 'order',
  mois: 'months',
  secteur: 'sector',
  semestre: 'semester',
  scenario: 'scenario',
  canal: 'channel',
  etape: 'step',
  etapes: 'steps',
  version: 'version',
  phase: 'stage',
  rang: 'rank',
  lettre: 'letter',
  creancier: 'creditor',
  siren: 'siren',
  codage: 'encoding',
  signe: 'sign',
  liste: 'list',
  identifiant: 'identifier',
  bic: 'bic',
  jours: 'days',
  iban: 'iban',
  lien: 'link',
  clause: 'clause',
  'oui-non': 'on-off',
  valeur: 'value',
  ecriture: 'entry',
  commande: 'command',
}
