import { type Command, InvalidArgumentError } from 'commander'
import { deliver } from '../app/deliver.ts'
import { switchSending } from '../app/switch-sending.ts'
import { Misuse, optionsOf, print, type Shell, withApp } from './shell.ts'

export function addDeliver(program: Command, shell: Shell): void {
  program
    .command('deliver')
    .summary('envoie les messages décidés')
    .description('Envoie les messages en attente, après avoir revérifié soldes et suspensions.')
    .option('--max <n>', 'au plus n messages', count)
    .addHelpText('after', '\nExemple :\n  quittance deliver --max 100')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ max?: number }>(command)
      const date = options.date ?? shell.today()
      const done = await withApp(shell, options, app => deliver(app, { date, max: options.max ?? null }))
      print(shell, options, done, result => {
        const counts = `${result.sent} envoyés, ${result.failed} échoués, ${result.uncertain} incertains, ${result.cancelled} annulés, ${result.remaining} en attente`
        return `${counts}\n${result.note}`
      })
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
        throw new Misuse('bad-switch', `« ${value} » : écrivez on ou off`)
      const options = optionsOf<object>(command)
      const done = await withApp(shell, options, app => switchSending(app, value === 'on'))
      print(shell, options, done, ({ sending }) =>
        sending ? 'Envois autorisés.' : 'Envois retenus : rien ne part.',
      )
    })
}

function count(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('un nombre entier positif est attendu')
  return Number(text)
}
