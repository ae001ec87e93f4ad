import { type Command, Option } from 'commander'
import {
  type ChangeCreditor,
  changeCreditor,
  listCreditors,
  type ShownCreditor,
} from '../../app/setup/change-creditor.ts'
import { changeSetting, listSettings } from '../../app/setup/change-setting.ts'
import type { CreditorTerms } from '../../domain/organisation/creditor-terms.ts'
import { type Language, percentText, phrases } from '../../words/language.ts'
import { jsonWarning, warningText } from '../claims/claim-text.ts'
import { percent } from '../percent.ts'
import { Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    none: 'Aucun créancier encore.',
    defaults: 'Tous les réglages ont leur valeur d’origine.',
    lawRate: 'intérêts au taux de la loi',
    contractRate: (rate: string, clause: string) => `intérêts à ${rate} (${clause}), entre professionnels`,
    imputation: { 'principal-first': 'principal d’abord', 'interest-first': 'intérêts d’abord' },
    basis: { '365': '365 jours', actual: 'jours réels de l’année' },
    capitalisation: 'intérêts capitalisés après un an, entre professionnels',
  },
  {
    none: 'No creditor yet.',
    defaults: 'Every setting has its original value.',
    lawRate: 'interest at the law’s rate',
    contractRate: (rate, clause) => `interest at ${rate} (${clause}), between businesses`,
    imputation: { 'principal-first': 'principal first', 'interest-first': 'interest first' },
    basis: { '365': '365 days', actual: 'actual days of the year' },
    capitalisation: 'interest capitalised after a year, between businesses',
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
    .option('--sender-name <nom>', 'nom de l’expéditeur des messages, si ce n’est la raison sociale')
    .option('--reply-to <adresse>', 'adresse où vont les réponses, si ce n’est celle d’où ils partent')
    .option(
      '--payment-link <lien>',
      'lien https de paiement en ligne, où {reference}, {amount} et {debtor} prennent leur valeur',
    )
    .option(
      '--contract-rate <pourcent>',
      'taux des conditions de vente, ou none : celui de la loi',
      rateOrNone,
    )
    .option('--contract-clause <clause>', 'clause qui le fixe, par exemple "CGV art. 7"')
    .addOption(
      new Option('--imputation <ordre>', 'ce qu’un règlement partiel éteint d’abord').choices([
        'principal-first',
        'interest-first',
      ]),
    )
    .addOption(new Option('--basis <base>', 'jours de l’année').choices(['365', 'actual']))
    .addOption(
      new Option(
        '--capitalisation <oui-non>',
        'intérêts des intérêts dus pour une année entière (C. civ. 1343-2)',
      ).choices(['on', 'off']),
    )
    .addHelpText(
      'after',
      '\nExemple :\n  quittance creditor MOI --name "Atelier Nord" --email compta@atelier-nord.example --iban FR7630006000011234567890189\n  quittance creditor MOI --address "12 rue des Lilas, 59000 Lille" --signature "Anne Morel, gérante"',
    )
    .action(async (code: string | undefined, _options, command: Command) => {
      const options = optionsOf<CreditorOptions>(command)
      const change = changeOf(options)
      const line = (creditor: ShownCreditor) => creditorText(creditor, shell.language)
      const json = (creditor: ShownCreditor) => ({
        ...creditor,
        warnings: creditor.warnings.map(jsonWarning),
      })
      if (code !== undefined) {
        const changed = await withDesk(shell, options, desk => changeCreditor(desk, { code, ...change }))
        return print(shell, options, json(changed), () => line(changed))
      }
      if (Object.values(change).some(value => value !== undefined))
        throw new Misuse('wrong-use', {
          fr: 'quel créancier ? donnez son code',
          en: 'which creditor? give its code',
        })
      const listed = await withDesk(shell, options, listCreditors)
      print(shell, options, { creditors: listed.creditors.map(json) }, () =>
        listed.creditors.length === 0 ? say.none : listed.creditors.map(line).join('\n'),
      )
    })
  program
    .command('setting')
    .summary('réglages de l’espace')
    .description(
      'Liste les réglages, ou en change un : minimum, maximum, grouping, region, formal-notice-days, creditor-outside-metropolitan-france, bank-data-days, limitation, credit-insurance-days, attachments-megabytes, messages-per-minute, les comptes (account-loss…), et pour une société de recouvrement agency-name et la suite.',
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
      const done = await withDesk(shell, options, desk =>
        name !== undefined && value !== undefined ? changeSetting(desk, { name, value }) : listSettings(desk),
      )
      print(shell, options, done, ({ settings }) => table(Object.entries(settings)) || say.defaults)
    })
}

type CreditorOptions = {
  name?: string
  email?: string
  phone?: string
  iban?: string
  address?: string
  siren?: string
  signature?: string
  senderName?: string
  replyTo?: string
  paymentLink?: string
  contractRate?: number | 'none'
  contractClause?: string
  imputation?: CreditorTerms['appropriation']
  basis?: CreditorTerms['basis']
  capitalisation?: 'on' | 'off'
}

function changeOf(options: CreditorOptions): Omit<ChangeCreditor, 'code'> {
  const {
    name,
    email,
    phone,
    iban,
    address,
    siren,
    signature,
    senderName,
    replyTo,
    paymentLink,
    contractRate,
    contractClause,
    imputation,
    basis,
    capitalisation,
  } = options
  return {
    name,
    email,
    phone,
    iban,
    address,
    siren,
    signature,
    senderName,
    replyTo,
    paymentLink,
    contractRateBps: contractRate === 'none' ? null : contractRate,
    contractClause,
    imputation,
    basis,
    capitalisation: capitalisation === undefined ? undefined : capitalisation === 'on',
  }
}

function rateOrNone(text: string): number | 'none' {
  return text === 'none' ? 'none' : percent(text)
}

function creditorText(creditor: ShownCreditor, language: Language): string {
  const say = PHRASES[language]
  const {
    code,
    name,
    email,
    phone,
    iban,
    address,
    siren,
    signatory,
    senderName,
    replyTo,
    paymentLink,
    contractRateBps,
    contractClause,
    warnings,
  } = creditor
  const terms = [
    contractRateBps === null
      ? say.lawRate
      : say.contractRate(percentText(contractRateBps, language), contractClause ?? ''),
    say.imputation[creditor.imputation],
    say.basis[creditor.basis],
    ...(creditor.capitalisation ? [say.capitalisation] : []),
  ]
  return [
    [code, name, email, phone, iban, address, siren, signatory, senderName, replyTo, paymentLink]
      .filter(Boolean)
      .join(' · '),
    `  ${terms.join(' · ')}`,
    ...warnings.map(warning => `  ${warningText(warning, language)}`),
  ].join('\n')
}
