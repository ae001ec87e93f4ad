import type { Command } from 'commander'
import { type Delivered, deliver } from '../../app/delivery/deliver.ts'
import type { BlockedMessage } from '../../app/delivery/prepare-message.ts'
import { switchSending } from '../../app/delivery/switch-sending.ts'
import { refuse } from '../../app/refused.ts'
import { deliveryNote } from '../../words/delivery-words.ts'
import { findingsText } from '../../words/findings.ts'
import { counted, dateText, type Language, phrases } from '../../words/language.ts'
import { missingText } from '../../words/missing.ts'
import { refusalSentence, withDetail } from '../refusals.ts'
import { countOption, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'

const PHRASES = phrases(
  {
    counts: (d: Pick<Delivered, 'sent' | 'failed' | 'uncertain' | 'cancelled' | 'remaining'>) =>
      `${d.sent} envoyés, ${d.failed} échoués, ${d.uncertain} incertains, ${d.cancelled} annulés, ${d.remaining} en attente`,
    blocked: (m: BlockedMessage) =>
      `  ${m.id} (${m.case}, ${m.step}) n’est pas parti : ${whyBlocked(m, 'fr')}`,
    paced: (count: number) =>
      `${counted(count, 'message attend', 'messages attendent', 'fr')} une minute ou plus : assez sont partis vers ce domaine ; relancez « quittance deliver »`,
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
      print(shell, options, toldDelivery(done, shell.language), told =>
        [
          say.counts(told),
          ...done.blocked.map(say.blocked),
          ...(told.paced > 0 ? [say.paced(told.paced)] : []),
          whereTo(done, shell.language),
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
      const done = await withDesk(shell, options, desk => switchSending(desk, { sending: value === 'on' }))
      print(shell, options, done, ({ sending }) => (sending ? say.on : say.off))
    })
}

/** What came of it as commands answer it, in their language. */
function toldDelivery({ delivery, blocked, ...counts }: Delivered, language: Language) {
  const note = counts.sending ? deliveryNote(delivery, language) : WITHHELD[language]
  return { ...counts, note, blocked: blocked.map(message => withDetail(message, language)) }
}

/** Where messages went, or that they stay. */
export function whereTo({ sending, quietUntil, delivery }: Delivered, language: Language): string {
  if (!sending) return WITHHELD[language]
  return quietUntil === null
    ? deliveryNote(delivery, language)
    : PHRASES[language].quiet(hourText(quietUntil, language))
}

const WITHHELD = refusalSentence(refuse('sending-off'))

function hourText(text: string, language: Language): string {
  const [on = '', at = ''] = text.split(' ')
  return `${dateText(on, language)} ${at}`
}

/** By the name of what it lacks, or by what the law forbids in it. */
function whyBlocked({ missing, refusal: { params } }: BlockedMessage, language: Language): string {
  if ('findings' in params) return findingsText(params.findings, language)
  return language === 'fr'
    ? `il manque ${missingText([missing], 'fr')}`
    : `it lacks ${missingText([missing], 'en')}`
}
