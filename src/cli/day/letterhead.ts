import type { Command } from 'commander'
import { changeLetterhead, type ShownLetterhead } from '../../app/setup/change-letterhead.ts'
import { COLON, type Language, phrases } from '../../words/language.ts'
import { readFiles } from '../input-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'

type LetterheadOptions = { logo?: string; signature?: string }

const PHRASES = phrases(
  {
    logo: 'logo',
    signature: 'signature',
    none: 'aucune image',
    picture: (format: string, kilobytes: number) => `${format.toUpperCase()}, ${kilobytes} Ko`,
  },
  {
    logo: 'logo',
    signature: 'signature',
    none: 'no picture',
    picture: (format, kilobytes) => `${format.toUpperCase()}, ${kilobytes} kB`,
  },
)

export function addLetterhead(program: Command, shell: Shell): void {
  program
    .command('letterhead')
    .summary('logo et signature des lettres')
    .description(
      'Montre les images que portent les lettres d’un créancier, ou de la société de recouvrement, ou en note une : PNG, JPEG ou SVG, 1 Mo au plus.',
    )
    .argument('[creancier]', 'code du créancier ; sans lui, la société de recouvrement')
    .option('--logo <fichier>', 'logo, en haut à gauche ; none l’enlève')
    .option('--signature <fichier>', 'signature manuscrite, au-dessus du signataire ; none l’enlève')
    .addHelpText('after', '\nExemple :\n  quittance letterhead MOI --logo logo.svg --signature signature.png')
    .action(async (creditor: string | undefined, _options, command: Command) => {
      const options = optionsOf<LetterheadOptions>(command)
      const pictures = {
        ...(options.logo !== undefined && { logo: await pictureFrom(options.logo) }),
        ...(options.signature !== undefined && { signature: await pictureFrom(options.signature) }),
      }
      const shown = await withDesk(shell, options, desk =>
        changeLetterhead(desk, { creditor: creditor ?? null, pictures }),
      )
      print(shell, options, shown, letterhead => letterheadText(letterhead, shell.language))
    })
}

async function pictureFrom(name: string): Promise<Uint8Array | null> {
  if (name === 'none') return null
  const [file] = await readFiles([name])
  return file?.bytes ?? null
}

function letterheadText({ writer, logo, signature }: ShownLetterhead, language: Language): string {
  const say = PHRASES[language]
  const pictures = Object.entries({ [say.logo]: logo, [say.signature]: signature }).flatMap(
    ([name, picture]) =>
      picture === null ? [] : [`${name} (${say.picture(picture.format, Math.ceil(picture.bytes / 1024))})`],
  )
  return `${writer}${COLON[language]}${pictures.join(', ') || say.none}`
}
