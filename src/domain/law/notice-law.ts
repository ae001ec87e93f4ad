/** A country's law on formal notices. */
import type { DebtorKind } from '../debtor.ts'

/** What a formal notice changes in law, and since when it does; `on` null: from its receipt. */
export type NoticeEffectCode =
  | 'in-default'
  | 'legal-interest'
  | 'penalty-clause'
  | 'limitation-runs'
  | 'limitation-interrupted'

/** What may follow when nobody pays: only what the law gives against that kind of debtor. */
export type NoticeConsequenceCode =
  | 'late-interest'
  | 'legal-interest'
  | 'payment-order'
  | 'interim-payment'
  | 'compulsory-payment'
export type NoticeEffect = { readonly code: NoticeEffectCode; readonly article: string }

/** `article` is null where the text was not read. */
export type NoticeConsequence = { readonly code: NoticeConsequenceCode; readonly article: string | null }

/** A country's law on formal notices, by kind of debtor. */
export type NoticeLaw = Readonly<
  Record<
    DebtorKind,
    { readonly effects: readonly NoticeEffect[]; readonly consequences: readonly NoticeConsequence[] }
  >
>
