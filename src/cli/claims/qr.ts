import type { Command } from 'commander'
import { drawPaymentCode } from '../../app/messages/draw-payment-code.ts'
import { qrSvg, qrText } from '../../formats/out/qr-code.ts'
import { amountText, COLON, phrases } from '../../words/language.ts'
import { writeOutput } from '../output-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'

type QrOptions = { output?: string; payload?: boolean }

const PHRASES = phrases(
  {
    pays: (amount: string, payee: string, reference: string) =>
      `${amount} à ${payee}, référence ${reference}`,
    written: (file: string) => `QR code dans ${file}`,
  },
  {
    pays: (amount, payee, reference) => `${amount} to ${payee}, reference ${reference}`,
    written: file => `QR code in ${file}`,
  },
)

/** A QR code that a payer scans. */
export function addQr(program: Command, shell: Shell): void {
  const { language } = shell
  const say = PHRASES[language]
  program
    .command('qr')
    .summary('QR code de virement SEPA, pour une facture ou un compte')
    .description(
      'QR code qui remplit un virement SEPA (EPC069-12) : ce qui reste dû d’une facture, ou ce qui est échu du compte, sinon tout ce qui est ouvert.',
    )
    .argument('<facture>', 'facture, ou code, nom ou CREANCIER/CODE du débiteur')
    .option('--payload', 'le contenu seul, pour un autre générateur')
    .option('--output <fichier>', 'fichier à écrire : .svg, sinon du texte')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance qr F-2026-042\n  quittance qr DURAND --output durand.svg',
    )
    .action(async (about: string, _options, command: Command) => {
      const options = optionsOf<QrOptions>(command)
      const { output } = options
      const code = await withDesk(shell, options, desk => drawPaymentCode(desk, { about }))
      const content = /\.svg$/i.test(output ?? '')
        ? qrSvg(code.payload)
        : `${options.payload ? code.payload : qrText(code.payload)}\n`
      if (output !== undefined) await writeOutput(output, content)
      print(shell, options, { output: output ?? null, ...code }, ({ amountCents, payee, reference }) => {
        if (output === undefined && options.payload) return content.trimEnd()
        const pays = say.pays(amountText(amountCents, 'EUR', language), payee, reference)
        return output === undefined ? `${content}${pays}` : `${say.written(output)}${COLON[language]}${pays}`
      })
    })
}
