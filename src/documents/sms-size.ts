/**
 * How long a text message is: 160 characters of the GSM alphabet in one, 153 in each of several; 70 and 67 as soon as
 * one character is outside it (3GPP TS 23.038 and 23.040). An extension character (€, brackets) takes two places.
 */
export function smsSize(text: string): { characters: number; parts: number } {
  const characters = [...text]
  const isGsm = characters.every(character => BASIC.includes(character) || EXTENSION.includes(character))
  const length = isGsm
    ? characters.reduce((total, character) => total + (EXTENSION.includes(character) ? 2 : 1), 0)
    : text.length
  const [one, several] = isGsm ? [160, 153] : [70, 67]
  return { characters: length, parts: length <= one ? 1 : Math.ceil(length / several) }
}

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '^{}\\[~]|€'
