import type { Command } from 'commander'
import { type ChangeCreditor, type Creditor, changeCreditor, listCreditors } from '../app/change-creditor.ts'
import { changeSetting, listSettings } from '../app/change-setting.ts'
import { noteAddress } from '../app/note-address.ts'
import { phrases } from '../contract/language.ts'
import { Misuse, optionsOf, print, type Shell, withApp } from './shell.ts'
import { table } from './table.ts'

const PHRASES = phrases(
  {
    none: 'Aucun créancier encore.',
    noAddress: 'adresse inconnue',
    defaults: 'Tous les réglages ont leur valeur d’origine.',
  },
  {
    none: 'No creditor yet.',
    noAddress: 'address unknown',
    defaults: 'Every setting has its original value.',
  },
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
    .option('--address <adresse>', 'adresse ou siège, sur une ligne')
    .option('--siren <siren>', 'numéro SIREN')
    .option('--signature <nom>', 'qui signe les lettres : nom et qualité')
    .addHelpText(
      'after',
      '\nExemple :\n  quittance creditor MOI --name "Atelier Nord" --email compta@atelier-nord.example --iban FR7630006000011234567890189\n  quittance creditor MOI --address "12 rue des Lilas, 59000 Lille" --signature "Anne Morel, gérante"',
    )
    .action(async (code: string | undefined, _options, command: Command) => {
      const options = optionsOf<Omit<ChangeCreditor, 'code'>>(command)
      const { name, email, phone, iban, address, siren, signature } = options
      if (code !== undefined) {
        const changed = await withApp(shell, options, app =>
          changeCreditor(app, { code, name, email, phone, iban, address, siren, signature }),
        )
        return print(shell, options, changed, creditorLine)
      }
      if (name ?? email ?? phone ?? iban ?? address ?? siren ?? signature)
        throw new Misuse('wrong-use', {
          fr: 'quel créancier ? donnez son code',
          en: 'which creditor? give its code',
        })
      const listed = await withApp(shell, options, listCreditors)
      print(shell, options, listed, ({ creditors }) => creditors.map(creditorLine).join('\n') || say.none)
    })
  addAddress(program, shell)
  program
    .command('setting')
    .summary('réglages de l’espace')
    .description(
      'Liste les réglages, ou en change un : minimum, maximum, grouping, region, formal-notice-days, les comptes (account-loss…), et pour une société de recouvrement agency-name et la suite.',
    )
    .argument('[nom]')
    .argument('[valeur]')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance setting\n  quittance setting minimum 50.00\n  quittance setting region alsace-moselle\n  quittance setting account-loss 654000\n  quittance setting agency-name "Recouvrement du Nord"',
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

function addAddress(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  program
    .command('address')
    .summary('adresse postale d’un débiteur')
    .description('Montre l’adresse d’un débiteur, ou la note : ses lettres et sa mise en demeure la disent.')
    .argument('<debiteur>', 'code, nom, CREANCIER/CODE ou facture')
    .argument('[adresse]', 'sur une ligne')
    .addHelpText('after', '\nExemple :\n  quittance address DURAND "3 place du Marché, 59800 Lille"')
    .action(async (debtor: string, address: string | undefined, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const done = await withApp(shell, options, app =>
        noteAddress(app, { debtor, address: address ?? null }),
      )
      print(shell, options, done, noted => `${noted.case} · ${noted.address ?? say.noAddress}`)
    })
}

function creditorLine(creditor: Creditor): string {
  const { code, name, email, phone, iban, address, siren, signatory } = creditor
  return [code, name, email, phone, iban, address, siren, signatory].filter(Boolean).join(' · ')
}
