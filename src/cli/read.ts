import { type Command, Option } from 'commander'
import { readDocuments } from '../app/read-documents.ts'
import { problemLine, readFiles } from './import.ts'
import { Misuse, optionsOf, print, type Shell } from './shell.ts'

export function addRead(program: Command, shell: Shell): void {
  program
    .command('read')
    .summary('montre ce qu’un fichier contient')
    .description('Lit un fichier et montre ses documents sous une forme neutre, sans base de données.')
    .argument('<fichiers...>')
    .addOption(
      new Option('--terms <delai>', 'délai de paiement quand la source n’a pas d’échéance').default('30d'),
    )
    .addHelpText('after', '\nExemple :\n  quittance read factures.csv --json')
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<{ terms: string }>(command)
      const answer = readDocuments(await readFiles(names), options.terms)
      if ('refused' in answer) throw new Misuse(answer.refused, answer.message)
      print(shell, options, answer, ({ files }) =>
        files
          .map(({ file, format, documents, problems }) =>
            [
              `${file} (${format}) : ${documents.length} documents`,
              ...documents
                .slice(0, 20)
                .map(
                  d =>
                    `  ${d.kind} ${d.number} ${d.buyer.name} ${d.totalInclTax} ${d.currency} échéance ${d.dueDate ?? '–'}`,
                ),
              ...(documents.length > 20
                ? [`  … et ${documents.length - 20} autres (--json les donne tous)`]
                : []),
              ...problems.map(problem => `  ${problemLine(file, problem)}`),
            ].join('\n'),
          )
          .join('\n'),
      )
    })
}
