import { type Finding, guardText, type Unguarded } from '../../documents/guard/wording-guard.ts'
import type { ShippedPaper } from '../../documents/paper/paper-data.ts'
import { paperScope } from '../../documents/paper/paper-scope.ts'
import { paperContext } from '../../documents/paper/print-paper.ts'
import { guardAs } from '../../documents/samples/judge-text.ts'
import {
  agencyPartOf,
  barestMessage,
  type ShippedMessage,
  sampleMessage,
  shippedMessages,
} from '../../documents/samples/sample-message.ts'
import { samplePaper, shippedPapers } from '../../documents/samples/sample-paper.ts'
import { textsOf } from '../../documents/text/edited-texts.ts'
import type { MessageInput } from '../../documents/text/message-data.ts'
import type { Day } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { Country } from '../../domain/law/country.ts'
import type { WordingLaw } from '../../domain/law/wording-law.ts'
import type { ChannelName, Stage } from '../../domain/scenario.ts'

type Text = { subject: string; body: string }
type Asked = Parameters<typeof sampleMessage>[0]

/** To whom, when and how a user's own text would go. */
export type TextUse = {
  kind: DebtorKind
  stage: Stage
  channel: ChannelName
  language: 'fr' | 'en'
  agency: 'first-letter' | 'later' | null
}
export type CheckedText = { name: string; findings: Finding[]; unreadable: string | null }
export type CheckedTexts = { texts: CheckedText[]; errors: number; warnings: number }

/** Every text that comes with a country, as each kind of debtor would get it. */
export function checkShippedTexts(country: Country, today: Day): CheckedTexts {
  return counted([
    ...shippedMessages(country).map(shipped => checkShipped(country, shipped, today)),
    ...shippedPapers(country.texts).map(shipped => checkPaper(country, shipped)),
  ])
}

/** A user's file: an optional first line `Objet : …` or `Subject: …`, then the text, in Liquid and Markdown. */
export function checkTexts(
  files: readonly { name: string; text: string }[],
  use: TextUse,
  { wording }: Pick<Country, 'wording'>,
  today: Day,
): CheckedTexts {
  const asked: Asked = { ...use, step: 'j1' }
  return counted(
    files.map(({ name, text }) => check(name, readText(text), asked, [sampleMessage(asked, today)], wording)),
  )
}

function checkShipped(country: Country, shipped: ShippedMessage, today: Day): CheckedText {
  const { scenario, step, channel, language, kind } = shipped
  const name = [scenario, step, channel, language, kind].join(' ')
  const text = textsOf(country, scenario)[language][step]?.[shipped.medium]
  if (!text) return { name, findings: [], unreadable: 'text' }
  const asked: Asked = { ...shipped, agency: agencyPartOf(country, shipped) }
  return check(name, text, asked, [sampleMessage(asked, today), barestMessage(asked, today)], country.wording)
}

function checkPaper({ texts, wording }: Country, shipped: ShippedPaper): CheckedText {
  const { paper, language, kind, isAgency } = shipped
  const name = [isAgency ? 'agency' : 'own', paper, language, kind].join(' ')
  const inputs = [samplePaper(shipped, true), samplePaper(shipped, false)]
  const text = texts.papers[language][paper]
  return checkIn(
    name,
    inputs.map(input => () => guardText(text, paperScope(input, language), paperContext(shipped), wording)),
  )
}

function check(
  name: string,
  text: Text,
  asked: Asked,
  inputs: readonly MessageInput[],
  law: WordingLaw,
): CheckedText {
  return checkIn(
    name,
    inputs.map(input => () => guardAs(text, asked, input, law)),
  )
}

/** What each reading of a text finds, once; the first that can't be read ends it. */
function checkIn(name: string, readings: readonly (() => readonly Finding[] | Unguarded)[]): CheckedText {
  const found = new Map<string, Finding>()
  for (const read of readings) {
    const findings = read()
    if ('missing' in findings) {
      return { name, findings: [...found.values()], unreadable: findings.detail }
    }
    for (const finding of findings) found.set(JSON.stringify(finding), finding)
  }
  return { name, findings: [...found.values()], unreadable: null }
}

function readText(text: string): Text {
  const [, subject, body] = /^\uFEFF?(?:Objet|Subject) *: *([^\r\n]*)\r?\n([\s\S]*)$/i.exec(text) ?? []
  return subject === undefined || body === undefined ? { subject: '', body: text } : { subject, body }
}

function counted(texts: CheckedText[]): CheckedTexts {
  const findings = texts.flatMap(text => text.findings)
  const unreadable = texts.filter(text => text.unreadable !== null).length
  const errors = findings.filter(({ severity }) => severity === 'error').length + unreadable
  return { texts, errors, warnings: findings.length + unreadable - errors }
}
