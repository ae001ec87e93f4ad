import type { Command } from 'commander'
import { type SimulatedAction, type Simulation, simulate } from '../app/simulate.ts'
import { amountText, counted, dateText, type Phrase } from '../contract/language.ts'
import { CHANNELS, STAGES } from '../contract/words.ts'
import { type Day, formatDay } from '../domain/date.ts'
import { dateOption, Found, optionsOf, print, type Shell, withApp } from './shell.ts'

type SimulateOptions = { from?: Day; until: Day; scenario?: string; agree?: boolean }

export function addSimulate(program: Command, shell: Shell): void {
  program
    .command('simulate')
    .summary('montre ce qui partira, si rien d’autre n’arrive')
    .description(
      'Vit les jours à venir avec le vrai calcul, sans rien écrire ni envoyer : qui sera relancé, quand et comment, si rien d’autre n’arrive. Chaque action est supposée faite le jour dit.',
    )
    .option('--from <date>', 'premier jour montré, AAAA-MM-JJ (aujourd’hui)', dateOption)
    .requiredOption('--until <date>', 'dernier jour, AAAA-MM-JJ, trois ans au plus', dateOption)
    .option('--scenario <id>', 'essaie un autre scénario, pour tous les dossiers')
    .option('--agree', 'suppose chaque proposition acceptée le jour même (sinon, elles attendent)')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance simulate --until 2026-12-31\n  quittance simulate --from 2026-12-01 --until 2027-02-28 --agree',
    )
    .action(async (_options, command: Command) => {
      const options = optionsOf<SimulateOptions>(command)
      const today = options.date ?? shell.today()
      const { from = today, until, scenario: scenarioId = null, agree = false } = options
      const simulation = await withApp(shell, options, app =>
        simulate(app, { today, from, until, scenarioId, agree }),
      )
      print(shell, options, simulation, done => simulationText(done, from, until))
      if (simulation.errors.length > 0)
        throw new Found(`${simulation.errors.length} dossiers n'ont pas pu être simulés`)
    })
}

function simulationText({ days, totals, sending, errors }: Simulation, from: Day, until: Day): string {
  const lines = [`Du ${shown(from)} au ${shown(until)}, si rien d'autre n'arrive :`]
  for (const { date, actions } of days) lines.push('', dateText(date, 'fr'), ...actions.map(actionLine))
  if (days.length === 0) lines.push('', "Rien à faire : aucune relance n'est prévue.")
  const waiting =
    totals.proposals > 0 ? `, dont ${totals.proposals} à valider (« --agree » montre la suite)` : ''
  lines.push('', `Totaux : ${counted(totals.actions, 'action', 'actions', 'fr')}${waiting}`)
  if (totals.actions > 0) {
    lines.push(
      `  par canal : ${counts(CHANNELS, totals.channels)}`,
      `  par phase : ${counts(STAGES, totals.stages)}`,
    )
  }
  if (errors.length > 0)
    lines.push('', 'Échecs', ...errors.map(error => `  ${error.case} : ${error.message}`))
  if (!sending && totals.actions > 0)
    lines.push('', 'Envois retenus : rien ne partira tant que « quittance sending on » ne les autorise pas.')
  return lines.join('\n')
}

function actionLine({ debtor, channel, stage, step, status, amountCents, items }: SimulatedAction): string {
  const waiting = status === 'proposed' ? ', à valider' : ''
  return `  ${debtor} — ${CHANNELS[channel].fr}, ${STAGES[stage].fr} (${step})${waiting} — ${amountText(amountCents, 'EUR', 'fr')} : ${items.join(', ')}`
}

/** In the order of the words, whatever came first. */
function counts<Name extends string>(
  words: Record<Name, Phrase>,
  found: Partial<Record<Name, number>>,
): string {
  return (Object.keys(words) as Name[])
    .filter(name => found[name] !== undefined)
    .map(name => `${words[name].fr} ${found[name]}`)
    .join(' · ')
}

function shown(date: Day): string {
  return dateText(formatDay(date), 'fr')
}
