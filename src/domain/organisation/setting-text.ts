import { type Cents, parseAmount } from '../money.ts'
import type { Settings } from './settings.ts'

export const SETTING_NAMES = [
  'minimum',
  'maximum',
  'grouping',
  'region',
  'credits',
  'entry',
  'first-message',
  'formal-notice-days',
  'bank-data-days',
  'stale-bank-data',
  'limitation',
  'credit-insurance-days',
  'creditor-outside-metropolitan-france',
] as const

/** One setting from its name and text: `minimum 50.00`, `grouping invoice`. Null when either is wrong. */
export function settingFrom(name: string, value: string): Partial<Settings> | null {
  const amount: Cents | null = parseAmount(value)
  switch (name) {
    case 'minimum':
      return amount === null ? null : { minimumCents: amount }
    case 'maximum':
      return amount === null ? null : { maximumCents: amount }
    case 'grouping':
      return value === 'account' || value === 'invoice' ? { grouping: value } : null
    case 'region':
      return value === 'alsace-moselle' ? { region: value } : null
    case 'credits':
      return value === 'net' || value === 'list' || value === 'ignore' ? { credits: value } : null
    case 'entry':
      return value === 'first' || value === 'level-1' || value === 'level-2' || value === 'level-3'
        ? { entry: value }
        : null
    case 'first-message':
      return value === 'automatic' || value === 'to-confirm' ? { firstMessage: value } : null
    case 'formal-notice-days':
      return /^\d{1,3}$/.test(value) ? { formalNoticeDays: Number(value) } : null
    case 'bank-data-days':
      return optionalDays(value, bankDataDays => ({ bankDataDays }))
    case 'stale-bank-data':
      return value === 'wait' || value === 'warn' ? { staleBankData: value } : null
    case 'limitation':
      return limitationFrom(value)
    case 'credit-insurance-days':
      return optionalDays(value, creditInsuranceDays => ({ creditInsuranceDays }))
    case 'creditor-outside-metropolitan-france':
      return value === 'on' || value === 'off' ? { creditorOutsideMetropolitanFrance: value === 'on' } : null
    default:
      return null
  }
}

function optionalDays(
  value: string,
  setting: (days: number | null) => Partial<Settings>,
): Partial<Settings> | null {
  if (value === 'off') return setting(null)
  return /^\d{1,3}$/.test(value) ? setting(Number(value)) : null
}

/** `general`, `transport`, `telecom`, or the years of the contract, 1 to 10 (C. civ. 2254). */
function limitationFrom(value: string): Partial<Settings> | null {
  if (value === 'general' || value === 'transport' || value === 'telecom') return { limitation: value }
  return /^([1-9]|10)$/.test(value) ? { limitation: Number(value) } : null
}
