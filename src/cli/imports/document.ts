import type { Command } from 'commander'
import { type QueuedInvoice, sendInvoice } from '../../app/delivery/send-invoice.ts'
import { type KeptFile, keepDocuments } from '../../app/imports/keep-documents.ts'
import { type ShownDocument, showDocument } from '../../app/imports/show-document.ts'
import { refusedFile } from '../../app/refused-file.ts'
import { COLON, phrases } from '../../words/language.ts'
import { withOpenFiles } from '../input-file.ts'
import { writeOutput } from '../output-file.ts'
import { accepted, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { problemLine, type Told, toldIn } from '../told-problem.ts'

type Options = { debtor?: string; output?: string; dryRun?: boolean }

const PHRASES = phrases(
  {
    kept: (number: string, inCase: string) => `gardé comme document de ${number} (${inCase})`,
    unchanged: (number: string, inCase: string) => `déjà le document de ${number} (${inCase})`,
    shown: ({ number, case: inCase, size, sha256 }: ShownDocument) =>
      `PDF de ${number} (${inCase}), ${Math.ceil(size / 1024)} Kio, SHA-256 ${sha256}`,
    queued: ({ id, case: inCase, recipient, sending }: QueuedInvoice) =>
      `${id} (${inCase}) : la facture part à ${recipient} par « quittance deliver »${sending ? '' : ', une fois les envois autorisés (« quittance sending on »)'}`,
    dryRun: 'Essai seulement : rien n’a été écrit.',
  },
  {
    kept: (number, inCase) => `kept as the document of ${number} (${inCase})`,
    unchanged: (number, inCase) => `already the document of ${number} (${inCase})`,
    shown: ({ number, case: inCase, size, sha256 }) =>
      `PDF of ${number} (${inCase}), ${Math.ceil(size / 1024)} KiB, SHA-256 ${sha256}`,
    queued: ({ id, case: inCase, recipient, sending }) =>
      `${id} (${inCase}): the invoice goes to ${recipient} by "quittance deliver"${sending ? '' : ', once sending is on ("quittance sending on")'}`,
    dryRun: 'A trial only: nothing was written.',
  },
)

/** The PDF of an invoice: kept by its number, or many under their names in the group of imports; given back; sent. */
export function addDocument(program: Command, imports: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  program
    .command('document')
    .summary('PDF d’une facture : le garder, le rendre')
    .description(
      'Garde un PDF comme document d’une facture ou d’un avoir ; sans fichier, dit ce qui est gardé, ou le rend (--output). Les relances qui joignent les factures l’emportent.',
    )
    .argument('<numero>', 'numéro de la facture ou de l’avoir')
    .argument('[fichier]', 'PDF à garder, 10 Mo au plus')
    .option('--debtor <code>', 'débiteur, si plusieurs ont une facture de ce numéro')
    .option('--output <fichier>', 'fichier où rendre le PDF gardé')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance document F-2026-041 facture.pdf\n  quittance document F-2026-041 --output copie.pdf',
    )
    .action(async (number: string, file: string | undefined, _options, command: Command) => {
      const options = optionsOf<Options>(command)
      const { debtor, output } = options
      if (file !== undefined && output !== undefined)
        throw new Misuse('wrong-use', {
          fr: 'donnez un fichier à garder, ou --output pour rendre celui qui est gardé',
          en: 'give a file to keep, or --output to get back the one that is kept',
        })
      if (file === undefined) {
        const { content, ...shown } = await withDesk(shell, options, desk =>
          showDocument(desk, { number, debtor }),
        )
        if (output !== undefined) await writeOutput(output, content)
        return print(shell, options, { ...shown, output: output ?? null }, () =>
          say.shown({ ...shown, content }),
        )
      }
      const { files } = await withOpenFiles([file], opened =>
        withDesk(shell, options, desk =>
          keepDocuments(desk, { files: opened.map(one => ({ ...one, number })), debtor, dryRun: false }),
        ),
      )
      const [problem] = files.flatMap(({ problems }) => problems)
      if (problem) accepted(refusedFile(file, [problem]))
      const told = toldIn(files, shell.language)
      print(shell, options, { files: told }, () => keptText(told, shell))
    })
  program
    .command('send-invoice')
    .summary('envoie une facture, avec son PDF')
    .description(
      'Envoie une facture au débiteur par e-mail, avec son PDF. Ce n’est pas une relance : aucune étape ne passe, aucun délai ne change.',
    )
    .argument('<numero>', 'numéro de la facture')
    .option('--debtor <code>', 'débiteur, si plusieurs ont une facture de ce numéro')
    .addHelpText('after', '\nExemple :\n  quittance send-invoice F-2026-041')
    .action(async (number: string, _options, command: Command) => {
      const options = optionsOf<Options>(command)
      const { debtor } = options
      const queued = await withDesk(shell, options, desk => sendInvoice(desk, { number, debtor }))
      print(shell, options, queued, say.queued)
    })
  imports
    .command('documents')
    .summary('PDF des factures, chacun du nom de la sienne')
    .description(
      'Garde des PDF comme documents des factures et avoirs dont ils portent le numéro : F-2026-041.pdf. Un PDF sans facture est signalé, les autres sont gardés.',
    )
    .argument('<fichiers...>', 'un ou plusieurs PDF, 10 Mo au plus chacun')
    .option('--debtor <code>', 'débiteur, si plusieurs ont une facture du même numéro')
    .option('--dry-run', 'montre ce qui serait gardé, sans rien écrire')
    .addHelpText('after', '\nExemple :\n  quittance import documents factures/*.pdf')
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<Options>(command)
      const dryRun = options.dryRun ?? false
      const done = await withOpenFiles(names, files =>
        withDesk(shell, options, desk => keepDocuments(desk, { files, debtor: options.debtor, dryRun })),
      )
      print(shell, options, { files: toldIn(done.files, shell.language) }, ({ files }) =>
        [keptText(files, shell), ...(dryRun ? [say.dryRun] : [])].join('\n'),
      )
    })
}

function keptText(files: readonly Told<KeptFile>[], { language }: Shell): string {
  const say = PHRASES[language]
  return files
    .flatMap(({ file, number, case: inCase, outcome, problems }) =>
      inCase === null || outcome === 'refused'
        ? problems.map(problem => problemLine(file, problem, language))
        : [`${file}${COLON[language]}${say[outcome](number, inCase)}`],
    )
    .join('\n')
}
