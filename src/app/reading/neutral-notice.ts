import type { Procedure } from '../../domain/case/procedure.ts'
import type { Notice, NoticeKind } from '../../formats/registers/bodacc.ts'
import { dateOrNull } from './neutral-document.ts'

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
  return { ...notice, publishedOn: dateOrNull(publishedOn), judgmentOn: dateOrNull(judgmentOn) }
}
