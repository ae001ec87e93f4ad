/** The texts of messages: in use, of one's own, and what is wrong with one. */
import { z } from 'zod'
import { Channel, DebtorKind, Language, Stage, TextKind, TextMedium, TextWriter } from './parts/codes.ts'
import { Finding } from './parts/finding.ts'
import { Count, Instant, Place } from './parts/values.ts'

export const ListTexts = z.strictObject({ scenario: z.string().nullable() })

/** Which text: who writes it, for what step, by what means, in what language, to what kind of debtor. */
const key = { writer: TextWriter, step: z.string(), medium: TextMedium, language: Language, kind: TextKind }

/** Without a version, a text is the one that comes with the program. */
const Version = Place.nullable()

export const ListedTexts = z.strictObject({
  texts: z.array(
    z.strictObject({
      ...key,
      name: z.string(),
      subject: z.string(),
      version: Version,
      writtenBy: z.string().nullable(),
      writtenAt: Instant.nullable(),
    }),
  ),
})

export const ShowText = z.strictObject({ ...key, medium: TextMedium.nullable() })

/** `file`: the text as people edit it. */
export const ShownText = z.strictObject({ name: z.string(), version: Version, file: z.string() })

export const ListedVariables = z.strictObject({
  variables: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(['text', 'amount', 'date', 'number', 'yes-no', 'block']),
      optional: z.boolean(),
      meaning: z.string(),
      example: z.string().nullable(),
    }),
  ),
})

export const SetTexts = z.strictObject({
  files: z.array(z.strictObject({ file: z.string(), content: z.string() })),
  dryRun: z.boolean(),
})

/** Of the template; `name` is the variable, the tag, or the engine's own words. */
const TemplateFault = z.strictObject({
  code: z.enum([
    'unknown-variable',
    'missing-value',
    'unknown-tag',
    'unknown-filter',
    'unclosed',
    'unreadable',
    'too-heavy',
  ]),
  name: z.string(),
  line: Place.nullable(),
})

/** Of the lines that say which text it is; `name` is the key, the value or the character. */
const TextFileFault = z.strictObject({
  code: z.enum([
    'no-header',
    'unknown-key',
    'bad-value',
    'twice',
    'key-missing',
    'empty',
    'too-long',
    'odd-character',
  ]),
  name: z.string(),
  line: Place.nullable(),
})

/** What is wrong with a text, for every kind of debtor or for one. */
const TextProblem = z.strictObject({
  file: z.string(),
  line: Place.nullable(),
  severity: z.enum(['error', 'warning']),
  kind: DebtorKind.nullable(),
  about: z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('template'), fault: TemplateFault }),
    z.strictObject({ code: z.literal('wording'), finding: Finding }),
    z.strictObject({ code: z.literal('sms-too-long'), characters: Count, parts: Count }),
    z.strictObject({ code: z.literal('no-opening') }),
    z.strictObject({ code: z.literal('unknown-step') }),
    z.strictObject({ code: z.literal('file'), fault: TextFileFault }),
    z.strictObject({ code: z.literal('same-text'), name: z.string() }),
  ]),
})

/** No version in a dry run, and for what says nothing new. */
export const TextsSet = z.strictObject({
  dryRun: z.boolean(),
  texts: z.array(
    z.strictObject({ file: z.string(), name: z.string(), version: Version, unchanged: z.boolean() }),
  ),
  warnings: z.array(TextProblem),
})

/** `only`: those of a step that it designates. */
export const ResetTexts = z.strictObject({
  steps: z.array(z.string()),
  only: z.strictObject(key).partial(),
})

export const TextsReset = z.strictObject({ reset: z.array(z.string()) })

export const TextHistory = z.strictObject({ step: z.string() })

/** Subject and body are null where a person went back to the program's text. */
export const PastVersions = z.strictObject({
  step: z.string(),
  versions: z.array(
    z.strictObject({
      version: Place,
      writtenBy: z.string(),
      writtenAt: Instant,
      name: z.string(),
      subject: z.string().nullable(),
      body: z.string().nullable(),
    }),
  ),
})

export const RestoreText = z.strictObject({ step: z.string(), version: Place })

export const RestoredText = z.strictObject({ name: z.string(), version: Place })

/** To whom, when and how texts would go. */
export const CheckTexts = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  use: z.strictObject({
    kind: DebtorKind,
    stage: Stage,
    channel: Channel,
    language: Language,
    agency: z.enum(['first-letter', 'later']).nullable(),
  }),
})

export const CheckedTexts = z.strictObject({
  texts: z.array(
    z.strictObject({ name: z.string(), findings: z.array(Finding), unreadable: z.string().nullable() }),
  ),
  errors: Count,
  warnings: Count,
})
