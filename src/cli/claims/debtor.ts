import { type Command, Option } from 'commander'
import { type ChangeDebtor, type ChangedDebtor, changeDebtor } from '../../app/setup/change-debtor.ts'
import { dateText, type Language, phrases } from '../../words/language.ts'
import { DEBTOR_KINDS, DEBTOR_STATUSES } from '../../words/words.ts'
import { dateOption, optionsOf, print, type Shell, withDesk } from '../shell.ts'

const PHRASES = phrases(
  { siren: 'SIREN', vat: 'TVA', next: (date: string) => `dossier revu le ${date}`, counts: 'compte comme' },
  { siren: 'SIREN', vat: 'VAT', next: date => `next look on ${date}`, counts: 'counts as' },
)

/** Who a debtor is: kind, identifiers, and how an association or a co-ownership counts. */
export function addDebtor(program: Command, shell: Shell): void {
  program
    .command('debtor')
    .summary('qui est un débiteur : genre, SIREN, TVA, adresse')
    .description(
      'Montre un débiteur, ou note qui il est ; ses dossiers sont revus à la prochaine journée.\nUne association ou une copropriété compte comme un particulier tant que --acts-as ne dit pas autre chose.',
    )
    .argument('<debiteur>', 'code, nom ou CREANCIER/CODE')
    .option('--name <nom>', 'nom ou raison sociale')
    .addOption(new Option('--kind <genre>', 'genre').choices(['business', 'consumer', 'public-body']))
    .addOption(
      new Option('--status <statut>', 'association ou copropriété ; none l’efface').choices([
        'association',
        'co-ownership',
        'none',
      ]),
    )
    .addOption(
      new Option('--acts-as <genre>', 'comment compte une association ou une copropriété').choices([
        'business',
        'consumer',
      ]),
    )
    .option('--siren <numero>', 'SIREN ou SIRET ; none l’efface')
    .option('--vat <numero>', 'numéro de TVA ; none l’efface')
    .option('--address <adresse>', 'adresse postale, sur une ligne ; none l’efface')
    .option(
      '--electronic-mail-consent <date>',
      'jour où un particulier a accepté le recommandé électronique (CPCE L100)',
      dateOption,
    )
    .addHelpText(
      'after',
      '\nExemples :\n  quittance debtor DURAND --siren 732829320\n  quittance debtor LILAS --status co-ownership --acts-as consumer\n  quittance debtor DURAND --address "3 place du Marché, 59800 Lille"',
    )
    .action(async (debtor: string, _options, command: Command) => {
      const options = optionsOf<Omit<ChangeDebtor, 'debtor' | 'date' | 'actor'>>(command)
      const { name, kind, status, actsAs, siren, vat, address, electronicMailConsent } = options
      const changed = await withDesk(shell, options, desk =>
        changeDebtor(desk, {
          debtor,
          name,
          kind,
          status,
          actsAs,
          siren,
          vat,
          address,
          electronicMailConsent,
        }),
      )
      print(shell, options, changed, answer => debtorText(answer, shell.language))
    })
}

function debtorText(debtor: ChangedDebtor, language: Language): string {
  const say = PHRASES[language]
  const kind = DEBTOR_KINDS[debtor.kind][language]
  return [
    debtor.debtor,
    debtor.name,
    debtor.status === null ? kind : `${DEBTOR_STATUSES[debtor.status][language]}, ${say.counts} ${kind}`,
    debtor.siren && `${say.siren} ${debtor.siren}`,
    debtor.vat && `${say.vat} ${debtor.vat}`,
    debtor.address,
    debtor.nextLookOn && say.next(dateText(debtor.nextLookOn, language)),
  ]
    .filter(Boolean)
    .join(' · ')
}
