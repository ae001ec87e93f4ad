import type { Argument, Command, Option } from 'commander'
import type { Phrase } from '../../words/language.ts'
import { Misuse } from '../shell.ts'

/** From here on, a value that an option or an argument can't read is refused by the name of that option or argument. */
export function nameRefusedValues(command: Command): void {
  for (const option of command.options)
    nameRefused(option, value => ({
      fr: `option ${option.flags}`,
      en: `option '${option.flags}' argument '${value}' is invalid`,
    }))
  for (const argument of command.registeredArguments)
    nameRefused(argument, value => ({
      fr: `argument <${argument.name()}>`,
      en: `'${value}' is invalid for argument '${argument.name()}'`,
    }))
  for (const child of command.commands) nameRefusedValues(child)
}

/** commander hands on whatever a reader throws, but for its own errors, which carry one text in one language. */
function nameRefused(place: Option | Argument, nameOf: (value: string) => Phrase): void {
  const read = place.parseArg
  if (!read) return
  place.parseArg = <Value>(value: string, previous: Value): Value => {
    try {
      return read(value, previous)
    } catch (error) {
      if (!(error instanceof Misuse)) throw error
      const [name, { fr, en }] = [nameOf(value), error.sentence]
      throw new Misuse(error.code, { fr: `${name.fr} : ${fr}`, en: `${name.en}: ${en}` })
    }
  }
}
