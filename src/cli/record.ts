import type { Command } from 'commander'
import { recordFact } from '../app/record-fact.ts'
import { shortDate } from '../contract/words.ts'
import { optionsOf, print, type Shell, withApp } from './shell.ts'

export function addRecord(program: Command, shell: Shell): void {
  program
    .command('record')
    .summary('note un fait : règlement, promesse, litige…')
    .description(
      'Note un fait dans le dossier d’un débiteur, dans les mots du langage des histoires (docs/stories.md).',
    )
    .argument('<fait>', 'le fait, entre guillemets')
    .requiredOption('--debtor <debiteur>', 'code, nom, CREANCIER/CODE ou facture')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance record "pay 400.00 F-1" --debtor DURAND\n  quittance record "promise 800.00 by 2026-12-15" --debtor DURAND\n  quittance record "dispute F-2 120.00 quantité" --debtor DURAND',
    )
    .action(async (text: string, _options, command: Command) => {
      const options = optionsOf<{ debtor: string }>(command)
      const date = options.date ?? shell.today()
      const done = await withApp(shell, options, app =>
        recordFact(app, { text, debtor: options.debtor, date, actor: shell.actor }),
      )
      print(shell, options, done, result => {
        const next =
          result.nextLookOn === null ? 'rien à revoir' : `dossier revu le ${shortDate(result.nextLookOn)}`
        return `Noté dans ${result.case} : ${result.recorded} (${next})`
      })
    })
}
