/** What is said while the database is made ready, on standard error. */
import { type Language, phrases } from './language.ts'

const PHRASES = phrases(
  {
    'first-use': (folder: string) => `Première utilisation : création de la base de données dans ${folder}`,
    'stored-elsewhere': (folder: string) =>
      `La base de données est rangée dans ${folder} : lancée par root, son compte ne peut pas entrer dans le dossier de données.`,
    'connection-lost': () => 'La connexion à la base de données est perdue ; nouvel essai',
    'no-answer': (why: string) => `La base de données ne répond plus : ${why}`,
    migrating: (name: string) => `Mise à jour de la base de données : ${name}`,
  },
  {
    'first-use': folder => `First use: the database is made in ${folder}`,
    'stored-elsewhere': folder =>
      `The database is stored in ${folder}: started by root, its account may not enter the data folder.`,
    'connection-lost': () => 'The connection to the database is lost; trying again',
    'no-answer': why => `The database no longer answers: ${why}`,
    migrating: name => `Updating the database: ${name}`,
  },
)

/** `about`: the folder, the reason or the file that the sentence names; empty where it names none. */
export type StartNews = { code: keyof typeof PHRASES.fr; about: string }

export function startText({ code, about }: StartNews, language: Language): string {
  return PHRASES[language][code](about)
}

/** When the database at DATABASE_URL doesn't answer at all. */
export function noAnswerText(why: string, language: Language): string {
  return language === 'fr'
    ? `la base de données ne répond pas (${why}) : vérifiez DATABASE_URL`
    : `the database does not answer (${why}): check DATABASE_URL`
}
