import { z } from 'zod'

/** A story in the words of docs/stories.md, under its name. */
export const TellStories = z.strictObject({
  stories: z.array(z.strictObject({ file: z.string(), text: z.string() })),
})

/** `diff`: where the program decides otherwise than the story says. */
export const ToldStories = z.strictObject({
  stories: z.array(z.strictObject({ file: z.string(), ok: z.boolean(), diff: z.array(z.string()) })),
})
