/** What French banks write of a transfer: templates, ways to write a number, cuts. */
import type { Random } from '../random.ts'

/** A label, and whether each text that was put in it can still be read whole. */
export type Label = { readonly text: string; readonly shows: (part: string) => boolean }

export type Cut = 31 | 140 | null

const TEMPLATES: readonly [Template, ...Template[]] = [
  ({ name, motive, serial }) => `VIR SEPA RECU /DE ${name} /MOTIF ${motive} /REF ${serial}`,
  ({ name, motive, serial }) => `VIR RECU ${serial} DE: ${name} MOTIF: ${motive} REF: ${serial}`,
  ({ name, motive }) => `VIREMENT EN VOTRE FAVEUR DE ${name} ${motive}`,
  ({ name, motive }) => `VIR ${name} ${motive}`,
  ({ name, motive, day }) => `VIR INST DE ${name} ${motive} LE ${day}`,
  ({ name, motive, serial }) => `VIREMENT DE ${name} ${motive} REFERENCE : ${serial}`,
]
type Template = (parts: { name: string; motive: string; serial: string; day: string }) => string

/** Motive first where a cut leaves only that: banks that give the payer apart. */
export function labelOf(random: Random, name: string, motive: string, cut: Cut, nameApart: boolean): Label {
  const day = `${random.between(10, 28)}${random.pick(['/', '', ' '])}0${random.between(1, 9)}${random.pick(['/', ''])}2026`
  const serial = String(random.between(1_000_000, 9_999_999_999))
  const whole = nameApart
    ? `${random.pick(['', 'VIR SEPA ', 'VIREMENT '])}${motive}`
    : random.pick(TEMPLATES)({ name, motive, serial, day })
  const text = cut === null ? whole : whole.slice(0, cut)
  return { text, shows: part => part !== '' && text.includes(part) }
}

/** A number as a payer may write it, the first as it stands. */
export const WRITINGS = {
  exact: (number: string) => number,
  spaced: (number: string) => number.replace(/[-/]/g, ' ').replace(/^([A-Z]+)(\d)/, '$1 $2'),
  glued: (number: string) => number.replace(/[-/ ]/g, ''),
  'without-zeros': (number: string) =>
    number.replace(/(^|[^\d])0+(?=\d)/g, '$1').replace(/2026(0+)(?=\d)/, '2026'),
  digits: (number: string) => number.replace(/^[A-Z]+-?/, ''),
} satisfies Record<string, (number: string) => string>

/** « FACT F-2026-0041 », « F20260041 », « REGLEMENT FACTURE N°F-2026-0041 ». */
export function motiveOf(random: Random, reference: string): string {
  const before = random.pick([
    '',
    'FACT ',
    'FACTURE ',
    'FAC ',
    'REGLEMENT ',
    'RGT FACTURE N°',
    'PAIEMENT FACTURE ',
    'VOTRE FACTURE ',
  ])
  return `${before}${reference}${random.pick(['', '', '', ' MERCI', ' 2026', ' DU 12/03/2026'])}`
}

/** « F-2026-041/42/45 »: the first whole, of the others the last digits. Null where they have no beginning in common. */
export function abbreviated(numbers: readonly string[]): string | null {
  const [first, ...others] = numbers
  if (first === undefined || others.length === 0) return null
  const endings = others.map(number => {
    let same = 0
    while (number[same] === first[same]) same++
    return number.slice(Math.max(0, Math.min(same, number.length - 2)))
  })
  const isClose =
    numbers.every(number => number.length === first.length) && endings.every(end => /^\d{2,3}$/.test(end))
  return isClose ? [first, ...endings].join('/') : null
}
