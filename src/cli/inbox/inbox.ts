import type { Command } from 'commander'
import { listInbox, pageOfInbox, showInbound } from '../../app/inbox/list-inbox.ts'
import { messageNumber } from '../message-number.ts'
import { addPageOptions, askedPage, type PageOptions, withMore } from '../page-options.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { addInboxDecisions } from './inbox-decisions.ts'
import { addInboxSources } from './inbox-sources.ts'
import { inboxText, mailText } from './inbox-text.ts'

/** What came back: messages to read, what they suggest, and what a person does with them. */
export function addInbox(program: Command, shell: Shell): void {
  const { language } = shell
  const inbox = program
    .command('inbox')
    .summary('messages reçus')
    .description(
      'Liste les messages reçus qui attendent une personne : réponses, refus, plaintes, messages sans dossier.',
    )
    .option('--all', 'aussi ceux qui sont lus, et ce que les machines ont dit')
  addPageOptions(inbox)
    .addHelpText('after', '\nExemples :\n  quittance inbox\n  quittance inbox show M-12')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ all?: boolean } & PageOptions>(command)
      const [all, page] = [options.all ?? false, askedPage(options)]
      const listed = await withDesk(shell, options, desk =>
        page ? pageOfInbox(desk, { all, ...page }) : listInbox(desk, { all }),
      )
      print(shell, options, listed, ({ messages, ...rest }) =>
        withMore(inboxText(messages, language), rest, language),
      )
    })
  inbox
    .command('show')
    .summary('montre un message et ses propositions')
    .description(
      'Montre ce que l’expéditeur a écrit de nouveau, et les propositions numérotées avec les mots cités.',
    )
    .argument('<message>', 'M-12', messageNumber)
    .addHelpText('after', '\nExemple :\n  quittance inbox show M-12')
    .action(async (number: number, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const found = await withDesk(shell, options, desk => showInbound(desk, { number }))
      print(shell, options, found, mail => mailText(mail, language))
    })
  addInboxSources(inbox, shell)
  addInboxDecisions(inbox, shell)
}
