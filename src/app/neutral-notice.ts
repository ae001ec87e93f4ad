import { type Day, formatDay } from '../domain/date.ts'
import type { Procedure } from '../domain/insolvency.ts'
import type { Notice, NoticeKind } from '../formats/bodacc.ts'

/** A notice of the BODACC in the neutral form of the contract: dates ISO, absent is null. */
export type NeutralNotice = {
  id: string
  kind: NoticeKind
  procedure: Procedure | null
  publishedOn: string | null
  judgmentOn: string | null
  siren: string[]
  name: string
  court: string
  family: string
  nature: string
  text: string
}

export function neutralNotice({ line: _, publishedOn, judgmentOn, ...notice }: Notice): NeutralNotice {
  return { ...notice, publishedOn: dateText(publishedOn), judgmentOn: dateText(judgmentOn) }
}

function dateText(day: Day | null): string | null {
  return day && formatDay(day)
}
