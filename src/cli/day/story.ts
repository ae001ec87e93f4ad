import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Country } from '../../domain/law/country.ts'
import { replay } from '../../domain/story/replay.ts'
import { rewrite } from '../../domain/story/rewrite.ts'
import { parseStory, type StoryProblem } from '../../domain/story/story.ts'
import { storyProblemSentence } from '../../words/story-words.ts'
import { Discrepancy, Misuse, optionsOf, print, type Shell } from '../shell.ts'

type Told = { file: string; ok: boolean; diff: string[]; text: string }

export function addStory(program: Command, shell: Shell): void {
  program
    .command('story')
    .summary('rejoue une histoire datée')
    .description(
      'Rejoue une histoire avec le vrai planificateur, sur un calendrier virtuel, sans base de données.\nSort 1 avec les différences si le produit décide autre chose que ce qui est écrit.',
    )
    .argument('<fichiers...>', 'histoires (docs/stories.md)')
    .option('--write', 'réécrit les décisions dans le fichier')
    .addHelpText('after', '\nExemple :\n  quittance story test/stories/from-courtesy-to-litigation.txt')
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<{ write?: boolean }>(command)
      const stories = await Promise.all(names.map(name => tellOne(name, shell.country)))
      if (options.write) await Promise.all(stories.map(story => writeFile(story.file, story.text)))
      const answer = stories.map(({ file, ok, diff }) => ({ file, ok, diff }))
      print(shell, options, { stories: answer }, () => stories.map(storyText).join('\n'))
      const different = stories.filter(story => !story.ok)
      if (different.length > 0 && !options.write)
        throw new Discrepancy({
          fr: `${different.length} histoires diffèrent`,
          en: `${different.length} stories differ`,
        })
    })
}

async function tellOne(file: string, country: Country): Promise<Told> {
  const source = await readFile(file, 'utf8').catch(() => {
    throw new Misuse('unreadable-file', {
      fr: `${file} n'existe pas ou ne se lit pas`,
      en: `${file} does not exist or cannot be read`,
    })
  })
  const story = parseStory(source)
  if ('problems' in story) throw misuse(file, story.problems)
  const told = replay(story, country)
  if ('problems' in told) throw misuse(file, told.problems)
  return { file, ok: told.diff.length === 0, diff: told.diff, text: rewrite(story, told.decided) }
}

function misuse(file: string, problems: readonly StoryProblem[]): Misuse {
  const said = problems.map(problem => ({ line: problem.line, ...storyProblemSentence(problem) }))
  const sentence = {
    fr: said.map(({ line, fr }) => `${file}, ligne ${line} : ${fr}`).join('\n'),
    en: said.map(({ line, en }) => `${file}, line ${line}: ${en}`).join('\n'),
  }
  return new Misuse('bad-story', sentence, { file, problems })
}

function storyText({ file, ok, diff, text }: Told): string {
  return ok ? `${text}✓ ${file}` : `${text}\n✗ ${file}\n${diff.join('\n')}`
}
