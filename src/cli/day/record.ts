import type { Command } from 'commander'
import { recordFact } from '../../app/day/record-fact.ts'
import { parseFact } from '../../domain/story/fact-text.ts'
import { dateText, phrases } from '../../words/language.ts'
import { factProblemSentence } from '../../words/story-words.ts'
import { Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'

const PHRASES = phrases(
  {
    noted: (caseFile: string, fact: string, next: string) => `Noté dans ${caseFile} : ${fact} (${next})`,
    nothing: 'rien à revoir',
    next: (date: string) => `dossier revu le ${date}`,
  },
  {
    noted: (caseFile, fact, next) => `Recorded in ${caseFile}: ${fact} (${next})`,
    nothing: 'no further look',
    next: date => `next look on ${date}`,
  },
)

export function addRecord(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
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
      const fact = parseFact(text)
      if ('problem' in fact) throw new Misuse('bad-fact', factProblemSentence(fact), fact)
      const done = await withDesk(shell, options, desk => recordFact(desk, { fact, debtor: options.debtor }))
      print(shell, options, { ...done, recorded: text }, result => {
        const { nextLookOn } = result
        const next = nextLookOn === null ? say.nothing : say.next(dateText(nextLookOn, shell.language))
        return say.noted(result.case, result.recorded, next)
      })
    })
}
