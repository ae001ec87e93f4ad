import { type Day, formatDay } from '../../domain/date.ts'
import { advanceBankData, findBankData } from '../../store/bank/bank-data.ts'
import { lookAgainAtAll } from '../../store/case/case-looks.ts'
import type { Desk } from '../desk.ts'
import type { Refused } from '../refused.ts'

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

/** Notes that every payment received up to that day is recorded; cases held for want of it come up at the next run. */
export async function noteBankData(
  desk: Desk,
  input: { creditor: string; on: Day },
): Promise<KnownBankData | Refused> {
  const today = desk.today
  if (input.on > today) {
    return {
      refused: 'date-in-the-future',
      message: `les règlements ne peuvent pas être connus jusqu'au ${formatDay(input.on)} : nous sommes le ${formatDay(today)}`,
    }
  }
  const refused = await desk.transaction(async tx => {
    if (!(await advanceBankData(tx, input.creditor, input.on))) {
      const codes = (await findBankData(tx)).map(({ creditor }) => creditor).join(', ')
      return {
        refused: 'unknown-creditor',
        message: `aucun créancier ${input.creditor} (${codes || 'aucun encore'})`,
      }
    }
    await lookAgainAtAll(tx, today)
    return null
  })
  return refused ?? listBankData(desk)
}
