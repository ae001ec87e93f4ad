import type { Command } from 'commander'
import {
  type ExplainedCase,
  type ExplainedItem,
  type Explanation,
  explainCase,
} from '../../app/day/explain-case.ts'
import { amountText, COLON, dateText, type Language, phrases, SEPARATOR } from '../../words/language.ts'
import { reasonSentence } from '../../words/reasons.ts'
import { CHANNELS, HOLDS, SKIPS } from '../../words/words.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { limitationSentence } from './limitation.ts'

type Decided = NonNullable<ExplainedItem['decided']>

const PHRASES = phrases(
  {
    on: (caseFile: string, debtor: string, date: string) => `${caseFile} — ${debtor}, au ${date}`,
    owed: (open: string, overdue: string) => `Ouvert ${open}, dont échu ${overdue}`,
    credit: (amount: string) => `, crédit au compte ${amount}`,
    nothing: "Rien n'est dû.",
    due: (date: string) => `échéance ${date}`,
    noDueDate: 'sans échéance',
    states: {
      decided: 'décidée',
      held: 'suspendue',
      skipped: 'étape sautée',
      waiting: 'en attente',
      settled: 'soldée',
    },
    kinds: { act: 'à faire ce jour', propose: 'à confirmer', ask: 'à approuver' } as Record<
      Decided['kind'],
      string
    >,
    until: (date: string) => `jusqu'au ${date}`,
    untilPerson: "jusqu'à ce qu'une personne décide",
    skip: (step: string, why: string) => `étape ${step} sautée, ${why}`,
    next: (date: string) => `Prochain examen : ${date}`,
    noNext: 'Prochain examen : aucun, sauf fait nouveau',
    contacts: 'Derniers contacts',
    noContact: 'Aucun contact encore',
  },
  {
    on: (caseFile, debtor, date) => `${caseFile} — ${debtor}, on ${date}`,
    owed: (open, overdue) => `Open ${open}, of which overdue ${overdue}`,
    credit: amount => `, credit on the account ${amount}`,
    nothing: 'Nothing is owed.',
    due: date => `due ${date}`,
    noDueDate: 'no due date',
    states: {
      decided: 'decided',
      held: 'held',
      skipped: 'step skipped',
      waiting: 'waiting',
      settled: 'settled',
    },
    kinds: { act: 'to be done today', propose: 'to be confirmed', ask: 'to be approved' },
    until: date => `until ${date}`,
    untilPerson: 'until a person decides',
    skip: (step, why) => `step ${step} skipped, ${why}`,
    next: date => `Next look: ${date}`,
    noNext: 'Next look: none, unless something happens',
    contacts: 'Last contacts',
    noContact: 'No contact yet',
  },
)

export function addWhy(program: Command, shell: Shell): void {
  program
    .command('why')
    .summary('pourquoi relancer, ou attendre')
    .description(
      'Dit, pour un débiteur ou une facture, ce qui est décidé, suspendu ou attendu ce jour, et pourquoi. N’écrit rien.',
    )
    .argument('<debiteur|facture>')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance why DURAND\n  quittance why F-2026-041 --date 2026-12-01',
    )
    .action(async (about: string, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const found = await withDesk(shell, options, desk => explainCase(desk, { about }))
      print(shell, options, jsonOf(found, shell.language), () => whyText(found, shell.language))
    })
}

function jsonOf({ items, ...found }: ExplainedCase, language: Language) {
  return {
    ...found,
    items: items.map(item => ({
      item: item.item,
      dueOn: item.dueOn,
      balanceCents: item.balanceCents,
      state: item.state,
      limitation: item.limitation,
      because: item.because.map(({ code, params }) => ({ code, params })),
      sentence: itemSentence(item, found.currency, language),
    })),
  }
}

function whyText(found: ExplainedCase, language: Language): string {
  const say = PHRASES[language]
  const amount = (cents: number) => amountText(cents, found.currency, language)
  const credit = found.creditCents > 0 ? say.credit(amount(found.creditCents)) : ''
  const contacts = found.contacts.map(
    ({ on, channel, step, items }) =>
      `  ${dateText(on, language)}  ${CHANNELS[channel][language]} (${step})${COLON[language]}${items.join(', ')}`,
  )
  return [
    say.on(found.case, found.debtor, dateText(found.date, language)),
    `${say.owed(amount(found.openCents), amount(found.overdueCents))}${credit}`,
    '',
    ...(found.items.length === 0 ? [say.nothing] : found.items.flatMap(itemLines)),
    '',
    found.nextLookOn === null ? say.noNext : say.next(dateText(found.nextLookOn, language)),
    ...(contacts.length === 0 ? [say.noContact] : [say.contacts, ...contacts]),
  ].join('\n')

  function itemLines(item: ExplainedItem): string[] {
    const due = item.dueOn === null ? say.noDueDate : say.due(dateText(item.dueOn, language))
    return [
      `  ${item.item}  ${amount(item.balanceCents)}, ${due}`,
      `      ${itemSentence(item, found.currency, language)}`,
      ...(item.limitation ? [`      ${limitationSentence(item.limitation, language)}`] : []),
    ]
  }
}

/** How the item stands, then why. */
export function itemSentence(
  { state, decided, because }: ExplainedItem,
  currency: string,
  language: Language,
): string {
  const say = PHRASES[language]
  const what = decided
    ? `${say.states[state]} (${decided.step}, ${CHANNELS[decided.channel][language]}, ${say.kinds[decided.kind]})`
    : say.states[state]
  const why = because.map(one => explanationSentence(one, currency, language)).join(SEPARATOR[language])
  return why === '' ? what : `${what}${COLON[language]}${why}`
}

function explanationSentence(explanation: Explanation, currency: string, language: Language): string {
  const say = PHRASES[language]
  switch (explanation.kind) {
    case 'reason':
      return reasonSentence(explanation, language)
    case 'hold': {
      const { until, cents } = explanation.params
      const part = cents === undefined ? '' : ` (${amountText(cents, currency, language)})`
      const end = until === null ? say.untilPerson : say.until(dateText(until, language))
      return `${HOLDS[explanation.code][language]}${part} ${end}`
    }
    case 'skip':
      return say.skip(explanation.params.step, SKIPS[explanation.code][language])
  }
}
