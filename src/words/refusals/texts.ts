/** Texts of one's own. */
import type { TextKey } from '../../domain/organisation/text-key.ts'
import { counted, phrases } from '../language.ts'

type OfStep = { step: string }
type Medium = TextKey['medium']

export const TEXT_REFUSALS = phrases(
  {
    'texts-refused': ({ faults }: { faults: number }) =>
      `${counted(faults, 'faute', 'fautes', 'fr')} dans ces textes ; rien n’a été enregistré`,
    'no-text': {
      step: ({ step, writer }: OfStep & Pick<TextKey, 'writer'>) =>
        `aucun texte pour l’étape ${step}${writer === 'agency' ? ' dans les textes d’une société de recouvrement' : ''}`,
      medium: ({ step, medium, known }: OfStep & { medium: Medium; known: readonly Medium[] }) =>
        `l’étape ${step} n’a pas de texte ${medium} ; elle en a pour : ${known.join(', ')}`,
    },
    'nothing-to-reset': ({ steps }: { steps: readonly string[] }) =>
      `aucun texte à vous pour ${steps.join(', ')} : celui livré avec le programme est en usage`,
    'unknown-version': ({ step, version }: OfStep & { version: number }) =>
      `l’étape ${step} n’a pas de version ${version}`,
    'version-refused': ({ text, version }: { text: string; version: number }) =>
      `la version ${version} de ${text} ne passe plus le contrôle`,
  },
  {
    'texts-refused': ({ faults }) =>
      `${counted(faults, 'fault', 'faults', 'en')} in these texts; nothing was recorded`,
    'no-text': {
      step: ({ step, writer }) =>
        `no text for step ${step}${writer === 'agency' ? ' among the texts of a collection agency' : ''}`,
      medium: ({ step, medium, known }) =>
        `step ${step} has no text for ${medium}; it has one for: ${known.join(', ')}`,
    },
    'nothing-to-reset': ({ steps }) =>
      `no text of your own for ${steps.join(', ')}: the one that comes with the program is in use`,
    'unknown-version': ({ step, version }) => `step ${step} has no version ${version}`,
    'version-refused': ({ text, version }) => `version ${version} of ${text} no longer passes the check`,
  },
)
