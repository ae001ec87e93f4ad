import type { Command } from 'commander'
import { type DecideEntry, decideEntry, type EntryDecision } from '../../app/bank/decide-entry.ts'
import { listBank, pageOfBank } from '../../app/bank/list-bank.ts'
import { type Cents, parseAmount } from '../../domain/money.ts'
import { BANK_STATUSES, MATCH_CODES, MATCH_REMARKS } from '../../words/bank-words.ts'
import { amountText, dateText, type Language, phrases, SEPARATOR } from '../../words/language.ts'
import { addPageOptions, askedPage, type PageOptions, withMore } from '../page-options.ts'
import { invalid, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'

const REASONS = new Map(Object.entries({ ...MATCH_CODES, ...MATCH_REMARKS }))

type Listed = Awaited<ReturnType<typeof listBank>>['entries'][number]

const PHRASES = phrases(
  {
    none: 'Aucun règlement n’attend : tout ce qui a été reçu est rapproché.',
    done: (entry: string, status: string, cases: string) =>
      `${entry} : ${status}${cases === '' ? '' : ` (${cases})`}`,
  },
  {
    none: 'No payment waits: all that was received is matched.',
    done: (entry, status, cases) => `${entry}: ${status}${cases === '' ? '' : ` (${cases})`}`,
  },
)

/** Money received: what waits for a person, and what a person says of it. */
export function addBank(program: Command, shell: Shell): void {
  const { language } = shell
  const bank = program
    .command('bank')
    .summary('règlements reçus à rapprocher')
    .description(
      'Liste les règlements qui attendent une personne, avec ce qu’ils paient sans doute et pourquoi.',
    )
    .option('--all', 'aussi ceux qui sont rapprochés ou écartés')
  addPageOptions(bank)
    .addHelpText('after', '\nExemples :\n  quittance bank\n  quittance bank accept B-12')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ all?: boolean } & PageOptions>(command)
      const [all, page] = [options.all ?? false, askedPage(options)]
      const listed = await withDesk(shell, options, desk =>
        page ? pageOfBank(desk, { all, ...page }) : listBank(desk, { all }),
      )
      print(shell, options, listed, ({ entries, ...rest }) =>
        entries.length === 0
          ? PHRASES[language].none
          : withMore(entries.map(one => entryText(one, language)).join('\n'), rest, language),
      )
    })
  verb(bank, shell, 'accept', 'enregistre le règlement comme proposé')
  verb(bank, shell, 'refuse', 'écarte l’écriture : aucun client ne l’a payée')
  verb(bank, shell, 'undo', 'défait le rapprochement : soldes, promesses et échéanciers reviennent')
  bank
    .command('match')
    .summary('rapproche de factures, d’un débiteur ou de plusieurs')
    .description(
      'Enregistre le règlement sur les factures dites, à concurrence de chacune ; MONTANT donne à chacune sa part.',
    )
    .argument('<ecriture>', 'B-12', entryNumber)
    .argument('<facture[=montant]...>', 'F-1, ou F-1=400.00')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance bank match B-12 F-1 F-2\n  quittance bank match B-12 F-1=400.00 F-7=150.00',
    )
    .action(async (number: number, parts: string[], _options, command: Command) =>
      decide(shell, command, number, { verb: 'match', parts: parts.map(part) }),
    )
}

function verb(bank: Command, shell: Shell, name: 'accept' | 'refuse' | 'undo', summary: string): void {
  bank
    .command(name)
    .summary(summary)
    .argument('<ecriture>', 'B-12', entryNumber)
    .addHelpText('after', `\nExemple :\n  quittance bank ${name} B-12`)
    .action(async (number: number, _options, command: Command) =>
      decide(shell, command, number, { verb: name }),
    )
}

async function decide(
  shell: Shell,
  command: Command,
  number: number,
  decision: EntryDecision,
): Promise<void> {
  const options = optionsOf<object>(command)
  const input: DecideEntry = { number, decision }
  const done = await withDesk(shell, options, desk => decideEntry(desk, input))
  print(shell, options, done, ({ entry, status, cases }) =>
    PHRASES[shell.language].done(entry, BANK_STATUSES[status][shell.language], cases.join(', ')),
  )
}

function entryText(entry: Listed, language: Language): string {
  const amount = (cents: number | bigint) => amountText(cents, entry.currency, language)
  const why = entry.because.map(code => REASONS.get(code)?.[language] ?? code)
  const score = entry.score === null ? '' : ` (${entry.score})`
  return [
    `${entry.entry}  ${dateText(entry.bookedOn, language)}  ${amount(entry.amountCents)}  ${entry.payer ?? ''}`.trimEnd(),
    `      ${entry.description}`,
    `      ${BANK_STATUSES[entry.status][language]}${score}${why.length > 0 ? ` — ${why.join(SEPARATOR[language])}` : ''}`,
    ...entry.shares.map(share => `        ${share.item}  ${amount(share.amountCents)}  ${share.case}`),
  ].join('\n')
}

function entryNumber(text: string): number {
  const match = /^(?:B-)?(\d{1,9})$/i.exec(text)
  if (!match)
    throw invalid({
      fr: `« ${text} » : un numéro d’écriture est attendu, comme B-12`,
      en: `"${text}": the number of an entry is expected, like B-12`,
    })
  return Number(match[1])
}

function part(text: string): { item: string; amountCents: Cents | null } {
  const [item = '', amount] = text.split('=')
  const amountCents = amount === undefined ? null : parseAmount(amount.replace(',', '.'))
  if (item === '' || (amount !== undefined && (amountCents === null || amountCents <= 0n)))
    throw new Misuse('bad-part', {
      fr: `« ${text} » ne se lit pas ; forme attendue : FACTURE ou FACTURE=MONTANT, comme F-1=400.00`,
      en: `"${text}" cannot be read; expected form: INVOICE or INVOICE=AMOUNT, like F-1=400.00`,
    })
  return { item, amountCents }
}
