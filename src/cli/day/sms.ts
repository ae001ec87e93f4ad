import type { Command } from 'commander'
import { type SentTexts, sendTexts } from '../../app/delivery/send-texts.ts'
import { phrases } from '../../words/language.ts'
import { type WithDetail, withDetail } from '../refusals.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'

type LeftOut = WithDetail<SentTexts['leftOut'][number]>

const PHRASES = phrases(
  {
    sent: (s: SentTexts) =>
      `${s.provider} : ${s.sent} envoyés, ${s.failed} échoués, ${s.uncertain} incertains, ${s.later} à réessayer`,
    leftOut: (t: LeftOut) => `${t.id} ${t.debtor} (${t.case}) : laissé de côté, ${t.detail}`,
  },
  {
    sent: s =>
      `${s.provider}: ${s.sent} sent, ${s.failed} failed, ${s.uncertain} uncertain, ${s.later} to be tried again`,
    leftOut: t => `${t.id} ${t.debtor} (${t.case}): left out, ${t.detail}`,
  },
)

/** Text messages, by a provider. */
export function addSms(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  program
    .command('sms')
    .summary('envoie les SMS à faire, par un prestataire')
    .description(
      'Envoie les SMS de la liste par le prestataire dont l’environnement donne les clés (docs/posting.md), un jour ouvré, de 10 h à 13 h ou de 14 h à 20 h.',
    )
    .addHelpText('after', '\nExemple :\n  quittance sms')
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      const minutes = shell.minutesOfDay()
      const done = await withDesk(shell, options, desk => sendTexts(desk, { minutes }))
      const leftOut = done.leftOut.map(text => withDetail(text, shell.language))
      print(shell, options, { ...done, leftOut }, () =>
        [say.sent(done), ...leftOut.map(say.leftOut)].join('\n'),
      )
    })
}
