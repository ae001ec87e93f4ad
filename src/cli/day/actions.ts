import type { Command } from 'commander'
import { listActions, pageOfActions } from '../../app/day/list-actions.ts'
import { amountText, counted, dateText, phrases } from '../../words/language.ts'
import { CHANNELS, STATUSES } from '../../words/words.ts'
import { addPageOptions, askedPage, type PageOptions, withMore } from '../page-options.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    none: 'Rien à faire : aucune action.',
    payments: (count: number) =>
      `${counted(count, 'règlement attend', 'règlements attendent', 'fr')} d’être rapproché : « quittance bank »`,
    inbox: (count: number) =>
      `${counted(count, 'message reçu attend', 'messages reçus attendent', 'fr')} une lecture : « quittance inbox »`,
  },
  {
    none: 'Nothing to do: no action.',
    payments: count =>
      `${counted(count, 'payment waits', 'payments wait', 'en')} to be matched: "quittance bank"`,
    inbox: count =>
      `${counted(count, 'message received waits', 'messages received wait', 'en')} to be read: "quittance inbox"`,
  },
)

export function addActions(program: Command, shell: Shell): void {
  const { language } = shell
  const actions = program
    .command('actions')
    .summary('liste de travail')
    .description('Liste les actions décidées : messages, appels, lettres, tâches.')
    .option('--open', 'seulement ce qui attend')
  addPageOptions(actions)
    .addHelpText('after', '\nExemple :\n  quittance actions --open')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ open?: boolean } & PageOptions>(command)
      const [openOnly, page] = [options.open ?? false, askedPage(options)]
      const listed = await withDesk(shell, options, desk =>
        page ? pageOfActions(desk, { openOnly, ...page }) : listActions(desk, { openOnly }),
      )
      print(shell, options, listed, ({ actions, payments, inbox, ...rest }) =>
        withMore(
          [
            actions.length === 0
              ? PHRASES[language].none
              : table(
                  actions.map(a => [
                    a.id,
                    dateText(a.askedOn, language),
                    STATUSES[a.status][language],
                    CHANNELS[a.channel][language],
                    a.step,
                    a.debtor,
                    amountText(a.amountCents, a.currency, language),
                    a.items.join(', '),
                  ]),
                  [6],
                ),
            ...(payments.length > 0 ? [PHRASES[language].payments(payments.length)] : []),
            ...(inbox > 0 ? [PHRASES[language].inbox(inbox)] : []),
          ].join('\n'),
          rest,
          language,
        ),
      )
    })
}
