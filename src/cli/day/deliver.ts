import type { Command } from 'commander'
import { type Delivered, deliver } from '../../app/delivery/deliver.ts'
import type { BlockedMessage } from '../../app/delivery/prepare-message.ts'
import { switchSending } from '../../app/delivery/switch-sending.ts'
import { counted, dateText, type Language, phrases } from '../../words/language.ts'
import { missingText } from '../../words/missing.ts'
import { countOption, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'

const PHRASES = phrases(
  {
    counts: (d: Delivered) =>
      `${d.sent} envoyés, ${d.failed} échoués, ${d.uncertain} incertains, ${d.cancelled} annulés, ${d.remaining} en attente`,
    blocked: (m: BlockedMessage) =>
      `  ${m.id} (${m.case}, ${m.step}) n’est pas parti : ${whyBlocked(m, 'fr')}`,
    paced: (count: number) =>
      `${counted(count, 'message attend', 'messages attendent', 'fr')} une minute ou plus : assez sont partis vers ce domaine ; relancez « quittance deliver »`,
    withheld: 'envois retenus : « quittance sending on » les autorise',
    quiet: (until: string) =>
      `hors des heures permises (jours ouvrés, de 8 h à 19 h) : rien ne part avant le ${until}`,
    on: 'Envois autorisés.',
    off: 'Envois retenus : rien ne part.',
  },
  {
    counts: d =>
      `${d.sent} sent, ${d.failed} failed, ${d.uncertain} uncertain, ${d.cancelled} cancelled, ${d.remaining} waiting`,
    blocked: m => `  ${m.id} (${m.case}, ${m.step}) did not leave: ${whyBlocked(m, 'en')}`,
    paced: count =>
      `${counted(count, 'message waits', 'messages wait', 'en')} a minute or more: enough went to that domain; run "quittance deliver" again`,
    withheld: 'sending is off: "quittance sending on" lets messages leave',
    quiet: until => `outside permitted hours (working days, 8 to 19): nothing leaves before ${until}`,
    on: 'Sending is on.',
    off: 'Sending is off: nothing leaves.',
  },
)

export function addDeliver(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  program
    .command('deliver')
    .summary('envoie les messages décidés')
    .description('Envoie les messages en attente, après avoir revérifié soldes et suspensions.')
    .option('--max <n>', 'au plus n messages', countOption)
    .option('--hours', 'seulement aux heures permises : jours ouvrés, de 8 h à 19 h, en France')
    .addHelpText('after', '\nExemples :\n  quittance deliver --max 100\n  quittance deliver --hours')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ max?: number; hours?: boolean }>(command)
      const hours = options.hours ? { minute: shell.minutesOfDay() } : {}
      const done = await withDesk(shell, options, desk =>
        deliver(desk, { max: options.max ?? null, ...hours }),
      )
      print(shell, options, done, result =>
        [
          say.counts(result),
          ...result.blocked.map(say.blocked),
          ...(result.paced > 0 ? [say.paced(result.paced)] : []),
          deliveryNote(result, shell),
        ].join('\n'),
      )
    })
  program
    .command('sending')
    .summary('autorise ou retient les envois')
    .description(
      'Autorise (on) ou retient (off) les envois. Retenus au départ : rien ne part avant votre accord.',
    )
    .argument('<on|off>')
    .addHelpText('after', '\nExemple :\n  quittance sending on')
    .action(async (value: string, _options, command: Command) => {
      if (value !== 'on' && value !== 'off')
        throw new Misuse('bad-switch', {
          fr: `« ${value} » : écrivez on ou off`,
          en: `"${value}": write on or off`,
        })
      const options = optionsOf<object>(command)
      const done = await withDesk(shell, options, desk => switchSending(desk, value === 'on'))
      print(shell, options, done, ({ sending }) => (sending ? say.on : say.off))
    })
}

/** Where messages went, or that they stay. */
export function deliveryNote({ sending, quietUntil, note }: Delivered, { language }: Shell): string {
  if (!sending) return PHRASES[language].withheld
  return quietUntil === null ? note : PHRASES[language].quiet(hourText(quietUntil, language))
}

function hourText(text: string, language: Language): string {
  const [on = '', at = ''] = text.split(' ')
  return `${dateText(on, language)} ${at}`
}

function whyBlocked({ missing, detail }: BlockedMessage, language: Language): string {
  if (missing === 'lawful-wording') return detail
  return language === 'fr'
    ? `il manque ${missingText([missing], 'fr')}`
    : `it lacks ${missingText([missing], 'en')}`
}
