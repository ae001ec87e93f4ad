import type { Command } from 'commander'
import { type ImportedNotices, importBodacc, type MatchedNotice } from '../../app/imports/import-bodacc.ts'
import type { NeutralNotice } from '../../app/reading/neutral-notice.ts'
import { COLON, counted, dateText, type Language, phrases } from '../../words/language.ts'
import { PROCEDURES } from '../../words/words.ts'
import { readFiles } from '../input-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { problemLine, type Told, toldIn } from '../told-problem.ts'

const PHRASES = phrases(
  {
    counts: (t: ImportedNotices['totals']) =>
      `${counted(t.notices, 'annonce', 'annonces', 'fr')} ; jugements notés : ${t.recorded}, déjà connus : ${t.unchanged}, à lire : ${t.toRead}`,
    recorded: (items: string) => `procédure collective notée, suspend ${items || 'rien d’ouvert'}`,
    unchanged: 'déjà connue',
    toRead: 'annonce à lire : elle n’ouvre pas de procédure',
    declare: (date: string) => `à déclarer au plus tard le ${date}`,
    sameName: (name: string, debtors: string) =>
      `non rapprochée : même nom, à vérifier : ${name} (${debtors}) ; « quittance debtor CODE --siren N » si c’est lui`,
    dryRun: 'Essai seulement : rien n’a été écrit.',
    other: 'autre annonce',
    closing: 'clôture',
    judgment: (date: string) => `jugement du ${date}`,
  },
  {
    counts: t =>
      `${counted(t.notices, 'notice', 'notices', 'en')}; judgments recorded: ${t.recorded}, known already: ${t.unchanged}, to be read: ${t.toRead}`,
    recorded: items => `insolvency recorded, stops ${items || 'nothing open'}`,
    unchanged: 'known already',
    toRead: 'a notice to be read: it opens no procedure',
    declare: date => `to be declared by ${date}`,
    sameName: (name, debtors) =>
      `not matched: same name, check: ${name} (${debtors}); "quittance debtor CODE --siren N" if so`,
    dryRun: 'A trial only: nothing was written.',
    other: 'other notice',
    closing: 'closing',
    judgment: date => `judgment of ${date}`,
  },
)

export function addImportBodacc(group: Command, shell: Shell): void {
  group
    .command('bodacc')
    .summary('annonces du BODACC : procédures collectives')
    .description(
      'Lit des annonces du BODACC (JSON de ses données ouvertes) et note les jugements d’ouverture dans les dossiers des débiteurs qui ont leur SIREN.\nUn nom seul ne suffit jamais : il est signalé, à vérifier.',
    )
    .argument('<fichiers...>', 'un ou plusieurs fichiers JSON')
    .option('--dry-run', 'montre ce qui changerait, sans rien écrire')
    .addHelpText('after', '\nExemple :\n  quittance import bodacc annonces-commerciales.json')
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<{ dryRun?: boolean }>(command)
      const files = await readFiles(names)
      const dryRun = options.dryRun ?? false
      const done = await withDesk(shell, options, desk => importBodacc(desk, { files, dryRun }))
      const told = { ...done, files: toldIn(done.files, shell.language) }
      print(shell, options, told, answer => importText(answer, dryRun, shell.language))
    })
}

/** `A2020… 30/11/2020 DJ BATIMENT (833310592) : liquidation judiciaire, jugement du 19/11/2020`. */
export function noticeLine(notice: NeutralNotice, language: Language): string {
  const say = PHRASES[language]
  const { id, kind, procedure, publishedOn, judgmentOn, siren, name } = notice
  const date = (iso: string | null) => (iso === null ? '–' : dateText(iso, language))
  const what = procedure ? PROCEDURES[procedure][language] : kind === 'closing' ? say.closing : say.other
  const who = `${name} (${siren.join(', ') || '–'})`
  return `${id} ${date(publishedOn)} ${who}${COLON[language]}${what}, ${say.judgment(date(judgmentOn))}`
}

type ToldNotices = Omit<ImportedNotices, 'files'> & { files: Told<ImportedNotices['files'][number]>[] }

function importText({ files, totals }: ToldNotices, dryRun: boolean, language: Language): string {
  const say = PHRASES[language]
  const lines = files.flatMap(file => [
    `${file.file} (${file.format.toUpperCase()})`,
    ...file.matched.map(matched => `  ${matchedLine(matched, language)}`),
    ...file.unmatched
      .filter(({ sameName }) => sameName.length > 0)
      .map(
        ({ name, sameName }) => `  ${say.sameName(name, sameName.map(({ debtor }) => debtor).join(', '))}`,
      ),
    ...file.problems.map(problem => `  ${problemLine(file.file, problem, language)}`),
  ])
  return [...lines, say.counts(totals), ...(dryRun ? [say.dryRun] : [])].join('\n')
}

function matchedLine(
  { debtor, name, outcome, stopped, declareBy }: MatchedNotice,
  language: Language,
): string {
  const say = PHRASES[language]
  const words = {
    recorded: say.recorded(stopped.join(', ')),
    unchanged: say.unchanged,
    'to-read': say.toRead,
  }
  const declare = declareBy === null ? '' : `, ${say.declare(dateText(declareBy, language))}`
  return `${debtor} ${name}${COLON[language]}${words[outcome]}${declare}`
}
