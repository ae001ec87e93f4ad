import type { Command } from 'commander'
import { type PastEvent, type PreparedCall, prepareCall } from '../../app/day/prepare-call.ts'
import { CALL_OUTCOMES, CAUSES } from '../../words/contact-words.ts'
import { amountText, COLON, dateText, type Language, phrases } from '../../words/language.ts'
import { CHANNELS, PROMISES, STATUSES } from '../../words/words.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'

const PHRASES = phrases(
  {
    whom: (debtor: string, caseFile: string) => `${debtor} (${caseFile})`,
    number: (phone: string, who: string) => `Téléphone : ${phone}${who === '' ? '' : ` (${who})`}`,
    noNumber: 'Téléphone : aucun numéro valable',
    hours: 'Entre 10 h et 13 h, ou entre 14 h et 20 h, un jour ouvré.',
    from: (date: string) => `à partir du ${date}`,
    script: 'À dire',
    history: 'Ce qui s’est passé',
    nothing: 'Rien encore.',
    contact: (channel: string, step: string) => `${channel} (${step})`,
    promise: (amount: string, by: string, status: string) => `promesse de ${amount} pour le ${by}, ${status}`,
    dispute: (amount: string, reason: string) => `litige de ${amount} (${reason})`,
    settled: 'réglé',
    next: (id: string) =>
      `Ensuite : quittance action ${id} done --outcome reached|message-left|wrong-number|promise|dispute|refuses|call-back`,
  },
  {
    whom: (debtor, caseFile) => `${debtor} (${caseFile})`,
    number: (phone, who) => `Phone: ${phone}${who === '' ? '' : ` (${who})`}`,
    noNumber: 'Phone: no valid number',
    hours: 'From 10 to 13 or from 14 to 20 o’clock, on a working day.',
    from: date => `from ${date}`,
    script: 'To say',
    history: 'What happened so far',
    nothing: 'Nothing yet.',
    contact: (channel, step) => `${channel} (${step})`,
    promise: (amount, by, status) => `promise of ${amount} by ${by}, ${status}`,
    dispute: (amount, reason) => `dispute of ${amount} (${reason})`,
    settled: 'settled',
    next: id =>
      `Then: quittance action ${id} done --outcome reached|message-left|wrong-number|promise|dispute|refuses|call-back`,
  },
)

/** Before dialling: the number, what to say, and what happened. */
export function addCall(program: Command, shell: Shell): void {
  program
    .command('call')
    .summary('avant d’appeler : numéro, script, historique')
    .description(
      'Montre, pour un appel de la liste, qui appeler, quoi dire et ce qui s’est passé. N’écrit rien.',
    )
    .argument('<id>', 'identifiant donné par « actions », par exemple 12-3')
    .addHelpText('after', '\nExemple :\n  quittance call 12-3')
    .action(async (id: string, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const call = await withDesk(shell, options, desk => prepareCall(desk, { id }))
      print(shell, options, call, prepared => callText(prepared, shell.language))
    })
}

function callText(call: PreparedCall, language: Language): string {
  const say = PHRASES[language]
  const { contact, history } = call
  const who = contact ? [contact.name, contact.role].filter(Boolean).join(', ') : ''
  return [
    say.whom(call.debtor, call.case),
    contact ? say.number(contact.phone, who) : say.noNumber,
    `${STATUSES[call.status][language]}, ${say.from(dateText(call.askedOn, language))}. ${say.hours}`,
    '',
    `${say.script}${COLON[language]}`.trimEnd(),
    call.script.trimEnd(),
    '',
    `${say.history}${COLON[language]}`.trimEnd(),
    ...(history.length === 0 ? [say.nothing] : history.map(event => eventLine(event, call, language))),
    '',
    say.next(call.id),
  ].join('\n')
}

function eventLine(event: PastEvent, { currency }: PreparedCall, language: Language): string {
  const items = event.items.length > 0 ? `${COLON[language]}${event.items.join(', ')}` : ''
  return `  ${dateText(event.on, language)}  ${eventText(event, currency, language)}${items}`
}

function eventText(event: PastEvent, currency: string, language: Language): string {
  const say = PHRASES[language]
  switch (event.kind) {
    case 'contact':
      return say.contact(CHANNELS[event.channel][language], event.step)
    case 'call': {
      const said = [
        CALL_OUTCOMES[event.outcome][language],
        ...(event.cause ? [CAUSES[event.cause][language]] : []),
        ...(event.note ? [`« ${event.note} »`] : []),
      ]
      return `${CHANNELS.call[language]}, ${said.join(', ')}`
    }
    case 'promise': {
      const amount = amountText(event.amountCents, currency, language)
      return say.promise(amount, dateText(event.by, language), PROMISES[event.status][language])
    }
    case 'dispute': {
      const text = say.dispute(amountText(event.amountCents, currency, language), event.reason)
      return event.settled ? `${text}, ${say.settled}` : text
    }
  }
}
