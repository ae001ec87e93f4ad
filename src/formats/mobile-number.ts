/** `06 12 34 56 78`, `+33 6 12…`, `0033612…` → `+33612345678`; null when it is no mobile of metropolitan France. */
export function readMobile(text: string): string | null {
  const digits = text.replace(/[\s.\-()/]/g, '')
  const national = /^(?:\+33|0033)(?:\(?0\)?)?([67]\d{8})$/.exec(digits) ?? /^0([67]\d{8})$/.exec(digits)
  return national ? `+33${national[1]}` : null
}
