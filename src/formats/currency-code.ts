/** ISO 4217: three capitals. Null for what has another shape: a currency is never guessed from a part of it. */
export function currencyCode(text: string | null | undefined): string | null {
  const code = text?.trim().toUpperCase() ?? ''
  return /^[A-Z]{3}$/.test(code) ? code : null
}
