/** What is wrong with a text that a person wrote, in the words of who must put it right. */
import type { TextKey } from '../domain/organisation/text-key.ts'
import { type Phrase, phrases } from './language.ts'

/** Each fault by its code; the argument is the name at fault. */
export const TEXT_FAULTS = phrases(
  {
    'unknown-variable': (name: string) =>
      `la variable « ${name} » n’existe pas ; « quittance text variables » les liste`,
    'missing-value': (name: string) =>
      `« ${name} » manque dans certains messages, qui seraient bloqués ; encadrez ce passage : {% if ${name} %}…{% endif %}`,
    'unknown-tag': (name: string) =>
      `la balise « ${name} » n’est pas admise ici (if, elsif, else, unless, case, for, comment, chacune fermée)`,
    'unknown-filter': (name: string) => `le filtre « ${name} » n’existe pas`,
    unclosed: (name: string) => `« ${name} » n’est pas fermé`,
    unreadable: (name: string) => `passage illisible : ${name}`,
    'too-heavy': (_name: string) => 'texte trop long ou boucle trop grande',
    'no-header': (_name: string) =>
      'le fichier doit commencer par un en-tête entre deux lignes « --- » ; partez de « quittance text show »',
    'unknown-key': (name: string) =>
      `« ${name} » n’a pas sa place dans l’en-tête (auteur, étape, canal, langue, débiteur, objet)`,
    'bad-value': (name: string) => `« ${name} » n’est pas une valeur admise ici`,
    twice: (name: string) => `« ${name} » est donné deux fois`,
    'key-missing': (name: string) => `il manque « ${name} » dans l’en-tête`,
    empty: (_name: string) => 'le texte est vide',
    'too-long': (name: string) => `le fichier dépasse ${name} ko`,
    'odd-character': (name: string) =>
      `caractère interdit (${name}) ; enregistrez le fichier en texte brut, UTF-8`,
    'same-text': (name: string) => `un autre fichier donne déjà le texte ${name}`,
    'no-opening': (_name: string) =>
      'sans {{ opening }} seul sur une ligne, sous l’objet, le PDF montrerait l’en-tête deux fois',
    'unknown-step': (_name: string) =>
      'aucune étape n’a de texte sur ce canal ; « quittance text list » les liste',
  },
  {
    'unknown-variable': name => `there is no variable "${name}"; "quittance text variables" lists them`,
    'missing-value': name =>
      `some messages have no "${name}" and would be blocked; put this passage between {% if ${name} %}…{% endif %}`,
    'unknown-tag': name =>
      `the tag "${name}" is not allowed here (if, elsif, else, unless, case, for, comment, each closed)`,
    'unknown-filter': name => `there is no filter "${name}"`,
    unclosed: name => `"${name}" is not closed`,
    unreadable: name => `this cannot be read: ${name}`,
    'too-heavy': _name => 'the text is too long, or a loop too large',
    'no-header': _name =>
      'the file must begin with a header between two lines "---"; start from "quittance text show"',
    'unknown-key': name =>
      `"${name}" does not belong in the header (writer, step, channel, language, debtor, subject)`,
    'bad-value': name => `"${name}" is not a value allowed here`,
    twice: name => `"${name}" is given twice`,
    'key-missing': name => `"${name}" is missing from the header`,
    empty: _name => 'the text is empty',
    'too-long': name => `the file is longer than ${name} kB`,
    'odd-character': name => `forbidden character (${name}); save the file as plain text, UTF-8`,
    'same-text': name => `another file gives the text ${name} already`,
    'no-opening': _name =>
      'without {{ opening }} alone on a line, below the subject, the PDF would show the heading twice',
    'unknown-step': _name => 'no step has a text on this channel; "quittance text list" lists them',
  },
)

export const TEXT_MEDIA: Record<TextKey['medium'], Phrase> = {
  email: { fr: 'e-mail', en: 'e-mail' },
  letter: { fr: 'courrier', en: 'letter' },
  sms: { fr: 'SMS', en: 'text message' },
  call: { fr: 'script d’appel', en: 'call script' },
  task: { fr: 'note interne', en: 'internal note' },
}
