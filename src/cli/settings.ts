import type { Command } from 'commander'
import { type ChangeCreditor, changeCreditor, listCreditors } from '../app/change-creditor.ts'
import { changeSetting, listSettings } from '../app/change-setting.ts'
import { phrases } from '../contract/language.ts'
import { Misuse, optionsOf, print, type Shell, withApp } from './shell.ts'
import { table } from './table.ts'

const PHRASES = phrases(
  {
    none: 'Aucun créancier encore.',
    defaults: 'Tous les réglages ont leur valeur d’origine.',
  },
  { none: 'No creditor yet.', defaults: 'Every setting has its original value.' },
)

/** What an organisation says of itself: its creditors, its settings. */
export function addSettings(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  program
    .command('creditor')
    .summary('créanciers : nom, adresse, IBAN')
    .description('Liste les créanciers, ou note ce que les messages disent de l’un d’eux.')
    .argument('[code]', 'code du créancier ; créé s’il est nouveau')
    .option('--name <nom>', 'raison sociale')
    .option('--email <adresse>', 'adresse d’où partent les messages')
    .option('--phone <numero>', 'téléphone')
    .option('--iban <iban>', 'IBAN à créditer')
    .addHelpText(
      'after',
      '\nExemple :\n  quittance creditor MOI --name "Atelier Nord" --email compta@atelier-nord.example --iban FR7630006000011234567890189',
    )
    .action(async (code: string | undefined, _options, command: Command) => {
      const options = optionsOf<Omit<ChangeCreditor, 'code'>>(command)
      const { name, email, phone, iban } = options
      if (code !== undefined) {
        const changed = await withApp(shell, options, app =>
          changeCreditor(app, { code, name, email, phone, iban }),
        )
        return print(shell, options, changed, creditorLine)
      }
      if (name ?? email ?? phone ?? iban)
        throw new Misuse('wrong-use', {
          fr: 'quel créancier ? donnez son code',
          en: 'which creditor? give its code',
        })
      const listed = await withApp(shell, options, listCreditors)
      print(shell, options, listed, ({ creditors }) => creditors.map(creditorLine).join('\n') || say.none)
    })
  program
    .command('setting')
    .summary('réglages de l’espace')
    .description(
      'Liste les réglages, ou en change un : minimum, maximum, grouping, region, formal-notice-days, creditor-outside-metropolitan-france, bank-data-days, limitation, credit-insurance-days, et les comptes (account-loss…).',
    )
    .argument('[nom]')
    .argument('[valeur]')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance setting\n  quittance setting minimum 50.00\n  quittance setting region alsace-moselle\n  quittance setting account-loss 654000',
    )
    .action(async (name: string | undefined, value: string | undefined, _options, command: Command) => {
      const options = optionsOf<object>(command)
      if (name !== undefined && value === undefined)
        throw new Misuse('wrong-use', {
          fr: `quelle valeur pour ${name} ?`,
          en: `which value for ${name}?`,
        })
      const done = await withApp(shell, options, app =>
        name !== undefined && value !== undefined ? changeSetting(app, name, value) : listSettings(app),
      )
      print(shell, options, done, ({ settings }) => table(Object.entries(settings)) || say.defaults)
    })
}

function creditorLine({
  code,
  name,
  email,
  phone,
  iban,
}: {
  code: string
  name: string
  email: string | null
  phone: string | null
  iban: string | null
}): string {
  return [code, name, email, phone, iban].filter(Boolean).join(' · ')
}
