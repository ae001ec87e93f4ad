import type { Command } from 'commander'
import {
  type Countdown,
  type LimitedItem,
  listLimitations,
  pageOfLimitations,
} from '../../app/reports/list-limitations.ts'
import { LIMITATION_STARTS } from '../../words/claim-words.ts'
import { amountText, dateText, type Language, phrases } from '../../words/language.ts'
import { addPageOptions, askedPage, type PageOptions, withMore } from '../page-options.ts'
import { invalid, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    none: (months: number) => `Rien ne se prescrit dans les ${months} mois.`,
    titles: ['Au plus tôt', 'Dernier jour', 'Dossier', 'Débiteur', 'Échéance', 'Reste dû', 'Compté depuis'],
    stopped: 'Prescription suspendue',
    lastDay: (date: string) => `Prescription : dernier jour le ${date}`,
    careful: (date: string) => `, peut-être dès le ${date}`,
    since: (start: string, date: string) => `${start} du ${date}`,
  },
  {
    none: months => `Nothing becomes time-barred within ${months} months.`,
    titles: ['At the earliest', 'Last day', 'Case', 'Debtor', 'Item', 'Owed', 'Counted from'],
    stopped: 'Limitation suspended',
    lastDay: date => `Limitation: last day ${date}`,
    careful: date => `, perhaps from ${date}`,
    since: (start, date) => `${start} of ${date}`,
  },
)

/** What will be lost if nobody goes to court or has it acknowledged. */
export function addLimitation(program: Command, shell: Shell): void {
  const { language } = shell
  const say = PHRASES[language]
  const limitation = program
    .command('limitation')
    .summary('créances bientôt prescrites')
    .description(
      'Liste ce qui peut être prescrit dans les mois qui viennent, ou l’est déjà : dernier jour compté de l’échéance, et au plus tôt de l’exécution.',
    )
    .option('--within <mois>', 'mois à venir', monthsOption, 6)
  addPageOptions(limitation)
    .addHelpText('after', '\nExemples :\n  quittance limitation\n  quittance limitation --within 12 --json')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ within: number } & PageOptions>(command)
      const [months, page] = [options.within, askedPage(options)]
      const listed = await withDesk(shell, options, desk =>
        page ? pageOfLimitations(desk, { months, ...page }) : listLimitations(desk, { months }),
      )
      print(shell, options, listed, ({ items, ...rest }) =>
        items.length === 0
          ? say.none(months)
          : withMore(table([say.titles, ...items.map(item => row(item, language))], [5]), rest, language),
      )
    })
}

/** The countdown of an item in a sentence: last day, careful day, what started it, the article. */
export function limitationSentence(
  { startedBy, startedOn, lastDay, carefulLastDay, article }: Countdown,
  language: Language,
): string {
  const say = PHRASES[language]
  const since = say.since(LIMITATION_STARTS[startedBy][language], dateText(startedOn, language))
  if (lastDay === null) return `${say.stopped} (${since}, ${article})`
  const careful =
    carefulLastDay === null || carefulLastDay === lastDay
      ? ''
      : say.careful(dateText(carefulLastDay, language))
  return `${say.lastDay(dateText(lastDay, language))}${careful} (${since}, ${article})`
}

function row(item: LimitedItem, language: Language): string[] {
  const date = (iso: string | null) => (iso === null ? PHRASES[language].stopped : dateText(iso, language))
  const { startedBy, startedOn } = item
  return [
    date(item.carefulLastDay),
    date(item.lastDay),
    item.case,
    item.debtor,
    item.item,
    amountText(item.balanceCents, item.currency, language),
    PHRASES[language].since(LIMITATION_STARTS[startedBy][language], dateText(startedOn, language)),
  ]
}

function monthsOption(text: string): number {
  if (!/^([1-9]|[1-9]\d|1[01]\d|120)$/.test(text)) {
    throw invalid({
      fr: `« ${text} » : un nombre de mois de 1 à 120 est attendu`,
      en: `"${text}": a number of months from 1 to 120 is expected`,
    })
  }
  return Number(text)
}
