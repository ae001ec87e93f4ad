import type { Command } from 'commander'
import type { AskedPage } from '../app/page-asked.ts'
import { type Language, phrases } from '../words/language.ts'
import { countOption } from './shell.ts'

export type PageOptions = AskedPage

const MORE = phrases(
  (cursor: string) => `La suite : --after ${cursor}`,
  cursor => `What follows: --after ${cursor}`,
)

/** Of a list that may be long. Without them it is answered whole. */
export function addPageOptions(command: Command): Command {
  return command
    .option('--after <curseur>', 'ce qui suit : « next » de la réponse précédente')
    .option('--limit <n>', 'au plus n lignes ; « next » dit où la suite commence', countOption)
}

/** Null when the whole list is asked for. */
export function askedPage({ after, limit }: PageOptions): AskedPage | null {
  if (after === undefined && limit === undefined) return null
  return { after, limit }
}

/** The list as text, and how to ask for what follows a page of it. */
export function withMore(text: string, { next }: { next?: string | null }, language: Language): string {
  return next ? `${text}\n${MORE[language](next)}` : text
}
