import type { Command } from 'commander'
import type { Shell } from '../shell.ts'
import { addExportBooks } from './export-books.ts'
import { addExportLists } from './export-lists.ts'
import { addExportPain008 } from './export-pain008.ts'

/** What leaves for other programs. */
export function addExport(program: Command, shell: Shell): void {
  const group = program
    .command('export')
    .summary('écritures et données pour d’autres logiciels')
    .description('Exporte ce que le programme sait, pour d’autres logiciels.')
  addExportBooks(group, shell)
  addExportLists(group, shell)
  addExportPain008(group, shell)
}
