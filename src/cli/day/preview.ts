import { type Command, Option } from 'commander'
import { type Preview, type Previewed, previewMessage } from '../../app/day/preview-message.ts'
import { sendTest } from '../../app/delivery/send-test.ts'
import type { Desk } from '../../app/desk.ts'
import { addressedTo } from '../../app/messages/write-message.ts'
import { printPreview } from '../../app/post/print-letter.ts'
import type { ChannelName } from '../../domain/scenario.ts'
import { deliveryNote } from '../../words/delivery-words.ts'
import { COLON, dateText, type Language, phrases, SEPARATOR } from '../../words/language.ts'
import { reasonSentence } from '../../words/reasons.ts'
import { CHANNELS } from '../../words/words.ts'
import { writeOutput } from '../output-file.ts'
import { accepted, type GlobalOptions, Misuse, optionsOf, print, type Shell } from '../shell.ts'
import { itemSentence } from './why.ts'

type PreviewOptions = GlobalOptions & { channel?: ChannelName; textLanguage?: Language }

const PHRASES = phrases(
  {
    head: (caseFile: string, debtor: string, step: string, channel: string, date: string) =>
      `${caseFile} — ${debtor} : ${step}, ${channel}, le ${date}`,
    to: (address: string) => `À ${address}`,
    nobody: 'Sans destinataire valable sur ce canal',
    goes: {
      act: 'Ce message partirait ce jour',
      propose: 'Ce message serait proposé ce jour, pour confirmation',
      ask: 'Ce message serait soumis ce jour à approbation',
      waiting: 'Ce message est déjà décidé et attend',
    },
    not: 'Ce message ne partirait pas ce jour',
    passed: (date: string) => `étape déjà franchie le ${date}`,
    next: (date: string) => `Il partirait le ${date}, si rien d’autre n’arrive.`,
    never: 'Rien ne le ferait partir, si rien d’autre n’arrive.',
    version: (version: number) => `Texte : votre version ${version}`,
    shipped: 'Texte : celui livré avec le programme',
    written: (file: string) => `Écrit dans ${file}. Rien n’est envoyé, rien n’est noté.`,
    sent: (to: string) => `Essai remis pour ${to}. Le dossier n’a pas changé.`,
  },
  {
    head: (caseFile, debtor, step, channel, date) =>
      `${caseFile} — ${debtor}: ${step}, ${channel}, on ${date}`,
    to: address => `To ${address}`,
    nobody: 'Nobody to reach on this channel',
    goes: {
      act: 'This message would go that day',
      propose: 'This message would be proposed that day, for confirmation',
      ask: 'This message would be submitted for approval that day',
      waiting: 'This message is decided already, and waits',
    },
    not: 'This message would not go that day',
    passed: date => `step passed already, on ${date}`,
    next: date => `It would go on ${date} if nothing else happens.`,
    never: 'Nothing would make it go if nothing else happens.',
    version: version => `Text: your version ${version}`,
    shipped: 'Text: the one that comes with the program',
    written: file => `Written to ${file}. Nothing is sent, nothing is recorded.`,
    sent: to => `Test handed over for ${to}. The case has not changed.`,
  },
)

/** A message before it goes: on the screen, in a file, or in one's own mailbox. */
export function addPreview(program: Command, shell: Shell): void {
  withMessageOptions(program.command('preview'))
    .summary('aperçu d’un message, et pourquoi il partirait')
    .description(
      'Montre ce qu’une étape dirait à un débiteur un jour donné (--date), et pourquoi elle partirait ce jour ou non. N’écrit rien dans le dossier.',
    )
    .argument('<debiteur>', 'code, nom, CREANCIER/CODE ou facture')
    .argument('<etape>', 'par exemple j7')
    .option('--output <fichier>', 'écrit le message : .html, .txt, .eml, ou .pdf pour une lettre')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance preview DURAND j7\n  quittance preview DURAND j30 --date 2026-12-20 --output apercu.html\n  quittance preview DURAND j16 --output lettre.pdf',
    )
    .action(async (debtor: string, step: string, _options, command: Command) => {
      const options = optionsOf<PreviewOptions & { output?: string }>(command)
      await using opened = await shell.open({ ...options, date: shell.today() })
      const { desk } = opened
      const previewed = accepted(await previewMessage(desk, asked(debtor, step, options, shell)))
      const { output } = options
      if (output) await writeOutput(output, await contentFor(output, previewed, desk, shell))
      print(shell, options, previewed.preview, preview =>
        [
          ...whyLines(preview, shell.language),
          '',
          ...(output ? [PHRASES[shell.language].written(output)] : [wordsOf(preview)]),
        ].join('\n'),
      )
    })
  withMessageOptions(program.command('send-test'))
    .summary('s’envoyer un message à soi-même')
    .description(
      'Envoie à l’une de vos adresses le message qu’une étape enverrait à un débiteur, marqué ESSAI. Le dossier ne change pas.',
    )
    .argument('<adresse>', 'votre adresse e-mail')
    .requiredOption('--debtor <debiteur>', 'code, nom, CREANCIER/CODE ou facture')
    .requiredOption('--step <etape>', 'par exemple j7')
    .addHelpText(
      'after',
      '\nExemple :\n  quittance send-test moi@atelier-nord.example --debtor DURAND --step j7',
    )
    .action(async (address: string, _options, command: Command) => {
      const options = optionsOf<PreviewOptions & { debtor: string; step: string }>(command)
      const { debtor, step } = options
      await using opened = await shell.open({ ...options, date: shell.today() })
      const { desk } = opened
      const sent = accepted(await sendTest(desk, { ...asked(debtor, step, options, shell), address }))
      const { delivery, ...told } = sent
      const note = deliveryNote(delivery, shell.language)
      print(shell, options, { ...told, note }, ({ to }) =>
        [PHRASES[shell.language].sent(to), note].join('\n'),
      )
    })
}

function withMessageOptions(command: Command): Command {
  return command
    .addOption(new Option('--channel <canal>', 'un autre canal de l’étape').choices(Object.keys(CHANNELS)))
    .addOption(
      new Option('--text-language <langue>', 'une autre langue que celle de l’interlocuteur').choices([
        'fr',
        'en',
      ]),
    )
}

function asked(debtor: string, step: string, options: PreviewOptions, shell: Shell) {
  const { date: on = shell.today(), channel = null, textLanguage: language = null } = options
  return { debtor, step, on, channel, language }
}

async function contentFor(
  file: string,
  previewed: Previewed,
  desk: Desk,
  shell: Shell,
): Promise<string | Uint8Array> {
  const { preview, parties, action, said } = previewed
  const { channel, html, to } = preview
  if (file.endsWith('.txt')) return `${wordsOf(preview)}\n`
  if (file.endsWith('.html') && html !== '') return html
  if (file.endsWith('.pdf')) return accepted(await printPreview(desk, previewed)).pdf
  if (file.endsWith('.eml') && channel === 'email' && to !== null)
    return shell.draftEmail(addressedTo(desk, parties, action, said, { address: to }).message)
  throw new Misuse('wrong-use', {
    fr: `« ${file} » : .txt pour tout message, .html sauf pour un SMS, .pdf pour une lettre, .eml pour un e-mail qui a un destinataire`,
    en: `"${file}": .txt for any message, .html unless it is a text message, .pdf for a letter, .eml for an e-mail to somebody`,
  })
}

function wordsOf({ subject, text }: Preview): string {
  return [...(subject === '' ? [] : [subject, '']), text.trimEnd()].join('\n')
}

function whyLines(preview: Preview, language: Language): string[] {
  const say = PHRASES[language]
  const { goes, because, passedOn, nextOn, items, channel, date, to, currency, textVersion } = preview
  const isSent = channel === 'email' || channel === 'sms' || channel === 'call'
  const why = because.map(reason => reasonSentence(reason, language)).join(SEPARATOR[language])
  const head = say.head(
    preview.case,
    preview.debtor,
    preview.step,
    CHANNELS[channel][language],
    dateText(date, language),
  )
  const goesLine = goes && `${say.goes[goes]}${why === '' ? '' : `${COLON[language]}${why}`}`
  const notLines = () => [
    `${say.not}${passedOn === null ? '' : `${COLON[language]}${say.passed(dateText(passedOn, language))}`}`,
    ...items.map(item => `  ${item.item} — ${itemSentence(item, currency, language)}`),
    nextOn === null ? say.never : say.next(dateText(nextOn, language)),
  ]
  return [
    head,
    ...(isSent ? [to === null ? say.nobody : say.to(to)] : []),
    ...(goesLine === null ? notLines() : [goesLine]),
    textVersion === null ? say.shipped : say.version(textVersion),
  ]
}
