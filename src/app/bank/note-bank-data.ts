import { type Day, formatDay } from '../../domain/date.ts'
import { advanceBankData, findBankData } from '../../store/bank/bank-data.ts'
import { lookAgainAtAll } from '../../store/case/case-looks.ts'
import type { Desk } from '../desk.ts'
import { noteChange } from '../note-change.ts'
import { type Refused, refuse } from '../refused.ts'

export type KnownBankData = { accounts: { creditor: string; name: string; knownUntil: string | null }[] }

/** How far the bank data of each creditor goes. */
export async function listBankData(desk: Desk): Promise<KnownBankData> {
  const rows = await desk.transaction(findBankData)
  return {
    accounts: rows.map(({ creditor, name, bankDataOn }) => ({
      creditor,
      name,
      knownUntil: bankDataOn === null ? null : formatDay(bankDataOn),
    })),
  }
}

export type NoteBankData = { creditor: string; on: Day }

/** Notes that every payment received up to that day is recorded; cases held for want of it come up at the next run. */
export async function noteBankData(desk: Desk, input: NoteBankData): Promise<KnownBankData | Refused> {
  const today = desk.today
  if (input.on > today) {
    return refuse('date-in-the-future', {
      kind: 'bank-data',
      date: formatDay(input.on),
      today: formatDay(today),
    })
  }
  const refused = await desk.transaction(async tx => {
    const before =
      (await findBankData(tx)).find(({ creditor }) => creditor === input.creditor)?.bankDataOn ?? null
    if (!(await advanceBankData(tx, input.creditor, input.on))) {
      const known = (await findBankData(tx)).map(({ creditor }) => creditor)
      return refuse('unknown-creditor', { creditor: input.creditor, known })
    }
    const from = before === null ? null : formatDay(before)
    await noteChange(desk, tx, 'bank-data', {
      creditor: input.creditor,
      knownUntil: { from, to: formatDay(input.on) },
    })
    await lookAgainAtAll(tx, today)
    return null
  })
  return refused ?? listBankData(desk)
}
