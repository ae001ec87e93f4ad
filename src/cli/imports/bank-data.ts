import type { Command } from 'commander'
import { type KnownBankData, listBankData, noteBankData } from '../../app/bank/note-bank-data.ts'
import type { Day } from '../../domain/date.ts'
import { dateText, type Language, phrases } from '../../words/language.ts'
import { dateOption, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    none: 'Aucun créancier encore.',
    never: 'aucune donnée',
    knownUntil: (date: string) => `connues jusqu’au ${date}`,
  },
  { none: 'No creditor yet.', never: 'no data', knownUntil: date => `known up to ${date}` },
)

/** How far each creditor's bank data goes, for whoever records payments by other means than statements. */
export function addBankData(program: Command, shell: Shell): void {
  program
    .command('bank-data')
    .summary('fraîcheur des données bancaires')
    .description(
      'Dit jusqu’où les règlements de chaque créancier sont connus, ou le note. Avec « setting bank-data-days N », rien n’est relancé quand ils datent de plus de N jours.',
    )
    .argument('[creancier]', 'code du créancier')
    .argument('[date]', 'dernier jour dont tous les règlements sont saisis', dateOption)
    .addHelpText(
      'after',
      '\nExemples :\n  quittance bank-data\n  quittance bank-data MOI 2026-11-23\n  quittance setting bank-data-days 5',
    )
    .action(async (creditor: string | undefined, on: Day | undefined, _options, command: Command) => {
      const options = optionsOf<object>(command)
      if (creditor !== undefined && on === undefined)
        throw new Misuse('wrong-use', {
          fr: `jusqu’à quel jour les règlements de ${creditor} sont-ils saisis ? donnez une date`,
          en: `up to which day are the payments of ${creditor} recorded? give a date`,
        })
      const known = await withDesk(shell, options, desk =>
        creditor !== undefined && on !== undefined
          ? noteBankData(desk, { creditor, on })
          : listBankData(desk),
      )
      print(shell, options, known, answer => bankDataText(answer, shell.language))
    })
}

function bankDataText({ accounts }: KnownBankData, language: Language): string {
  const say = PHRASES[language]
  const rows = accounts.map(({ creditor, name, knownUntil }) => [
    creditor,
    name,
    knownUntil === null ? say.never : say.knownUntil(dateText(knownUntil, language)),
  ])
  return table(rows) || say.none
}
