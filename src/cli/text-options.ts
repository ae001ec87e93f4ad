import { type Command, Option } from 'commander'
import type { TextKey } from '../domain/organisation/text-key.ts'
import type { Language } from '../words/language.ts'
import { TEXT_MEDIA } from '../words/text-problems.ts'
import { DEBTOR_KINDS } from '../words/words.ts'

export type TextOptions = {
  channel?: TextKey['medium']
  textLanguage?: Language
  kind?: TextKey['kind']
  agency?: boolean
}

/** What tells one text of a step from another. */
export function withTextOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--channel <canal>', 'e-mail, lettre, SMS, script d’appel ou note interne').choices(
        Object.keys(TEXT_MEDIA),
      ),
    )
    .addOption(new Option('--text-language <langue>', 'langue du texte').choices(['fr', 'en']))
    .addOption(
      new Option('--kind <genre>', 'pour un seul genre de débiteur').choices([
        'any',
        ...Object.keys(DEBTOR_KINDS),
      ]),
    )
    .option('--agency', 'texte d’une société de recouvrement')
}
