import { openItems } from '../../domain/case/case.ts'
import { accountCreditCents } from '../../domain/case/credit.ts'
import { claimOfAccount } from '../../domain/claim/case-claim.ts'
import { claimable } from '../../domain/claim/claimable.ts'
import { subtract, sum, ZERO } from '../../domain/money.ts'
import type { Tx } from '../../store/database.ts'
import { type CaseClaim, type ClaimedCase, caseClaims, claimedCases } from '../../store/screens/claims.ts'
import type { Order } from '../../store/screens/page.ts'
import { readCases } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { type AskedPage, comparePlaces, pageAsked, rowsAmong } from '../page-asked.ts'
import { isRefused, type Refused } from '../refused.ts'

/** What a case comes to; interest and total are null where a rate lacks, which is then named. */
export type ListedClaim = {
  case: string
  debtor: string
  currency: string
  principalCents: number
  interestCents: number | null
  indemnityCents: number
  totalCents: number | null
  unknownRate: string | null
}

const CASES_AT_ONCE = 1000

/** What each debtor owes on a day with interest and indemnity, the largest principal first; settled accounts are left out. */
export async function listClaims(desk: Desk): Promise<{ claims: ListedClaim[] }> {
  const claims: ListedClaim[] = []
  for (let after = FIRST_ID; ; ) {
    const { page, amounts } = await desk.transaction(tx => readPage(desk, tx, after))
    for (const each of page) {
      const amount = amounts.get(each.caseId)
      if (amount && isOwed(amount)) claims.push(listed(each, amount))
    }
    const last = page.at(-1)
    if (last === undefined) break
    after = last.caseId
  }
  return { claims: claims.sort((a, b) => comparePlaces(ORDER, keysOf(a), keysOf(b))) }
}

/** A part of them. Only the whole tells who owes most: each page draws it up. */
export async function pageOfClaims(
  desk: Desk,
  asked: AskedPage,
): Promise<{ claims: ListedClaim[]; next: string | null } | Refused> {
  const page = pageAsked(ORDER, asked)
  if (isRefused(page)) return page
  const { claims } = await listClaims(desk)
  const { rows, next } = rowsAmong(claims, { order: ORDER, keysOf }, page)
  return { claims: rows, next }
}

const ORDER: Order = {
  list: 'claims',
  keys: [
    { name: 'principal', type: 'bigint', down: true },
    { name: 'case', type: 'text' },
    { name: 'currency', type: 'text' },
  ],
}

function keysOf(claim: ListedClaim): string[] {
  return [String(claim.principalCents), claim.case, claim.currency]
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

async function readPage(desk: Desk, tx: Tx, after: string) {
  const page = await claimedCases(tx, after, CASES_AT_ONCE)
  const ids = page.map(each => each.caseId)
  const amounts = new Map(
    (await caseClaims(tx, ids, desk.today, desk.country.rates)).map(row => [row.caseId, row]),
  )
  const others = ids.filter(id => !amounts.has(id))
  for (const row of await drawnUp(desk, tx, others)) amounts.set(row.caseId, row)
  return { page, amounts }
}

/** The cases that the statement leaves out, each loaded whole. */
async function drawnUp(desk: Desk, tx: Tx, caseIds: readonly string[]): Promise<CaseClaim[]> {
  if (caseIds.length === 0) return []
  const stored = await readCases(tx, caseIds)
  return stored.map(({ caseId, caseFile }) => {
    const claim = claimOfAccount(caseFile, desk.today, desk.country.rates)
    if (!('unknownRate' in claim)) return { caseId, ...claimable(claim), unknownRate: null }
    const open = sum(openItems(caseFile).map(item => item.balanceCents))
    const principalCents = subtract(open, accountCreditCents(caseFile))
    const { unknownRate } = claim
    return {
      caseId,
      principalCents,
      interestCents: null,
      indemnityCents: ZERO,
      totalCents: null,
      unknownRate,
    }
  })
}

function isOwed({ principalCents, totalCents }: CaseClaim): boolean {
  return principalCents !== 0n || totalCents !== 0n
}

function listed({ case: id, debtor, currency }: ClaimedCase, amount: CaseClaim): ListedClaim {
  const { principalCents, interestCents, indemnityCents, totalCents, unknownRate } = amount
  const amounts = { principalCents: Number(principalCents), indemnityCents: Number(indemnityCents) }
  return {
    case: id,
    debtor,
    currency,
    ...amounts,
    interestCents: interestCents === null ? null : Number(interestCents),
    totalCents: totalCents === null ? null : Number(totalCents),
    unknownRate,
  }
}
