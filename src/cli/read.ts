import { type Command, Option } from 'commander'
import { readDocuments } from '../app/read-documents.ts'
import { COLON, counted, phrases } from '../contract/language.ts'
import { problemLine } from './import.ts'
import { noticeLine } from './import-bodacc.ts'
import { readFiles } from './input-file.ts'
import { refusalSentence } from './refusals.ts'
import { Misuse, optionsOf, print, type Shell } from './shell.ts'

const PHRASES = phrases(
  {
    count: (documents: number, notices: number) =>
      notices > 0 ? counted(notices, 'annonce', 'annonces', 'fr') : `${documents} documents`,
    due: 'échéance',
    more: (count: number) => `… et ${count} autres (--json les donne tous)`,
  },
  {
    count: (documents, notices) =>
      notices > 0 ? counted(notices, 'notice', 'notices', 'en') : `${documents} documents`,
    due: 'due',
    more: count => `… and ${count} more (--json gives them all)`,
  },
)

export function addRead(program: Command, shell: Shell): void {
  const { language } = shell
  const say = PHRASES[language]
  program
    .command('read')
    .summary('montre ce qu’un fichier contient')
    .description('Lit un fichier et montre ses documents sous une forme neutre, sans base de données.')
    .argument('<fichiers...>')
    .addOption(
      new Option('--terms <delai>', 'délai de paiement quand la source n’a pas d’échéance').default('30d'),
    )
    .addHelpText(
      'after',
      '\nExemple :\n  quittance read factures.csv --json\n  quittance read facture.pdf facture.xml --json',
    )
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<{ terms: string }>(command)
      const answer = await readDocuments(await readFiles(names), options.terms)
      if ('refused' in answer) throw new Misuse(answer.refused, refusalSentence(answer))
      print(shell, options, answer, ({ files }) =>
        files
          .map(({ file, format, documents, notices, problems }) =>
            [
              `${file} (${format})${COLON[language]}${say.count(documents.length, notices.length)}`,
              ...notices.slice(0, 20).map(notice => `  ${noticeLine(notice, language)}`),
              ...documents
                .slice(0, 20)
                .map(
                  d =>
                    `  ${d.kind} ${d.number} ${d.buyer.name} ${d.totalInclTax} ${d.currency} ${say.due} ${d.dueDate ?? '–'}`,
                ),
              ...(Math.max(documents.length, notices.length) > 20
                ? [`  ${say.more(Math.max(documents.length, notices.length) - 20)}`]
                : []),
              ...problems.map(problem => `  ${problemLine(file, problem, shell.language)}`),
            ].join('\n'),
          )
          .join('\n'),
      )
    })
}
