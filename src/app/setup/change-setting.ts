import { ACCOUNT_SETTINGS, isAccountSetting } from '../../domain/law/bookkeeping.ts'
import { AGENCY_SETTINGS, isAgencySetting } from '../../domain/organisation/agency.ts'
import { isSendingSetting, SENDING_SETTINGS } from '../../domain/organisation/sending-limits.ts'
import { SETTING_NAMES, settingFrom } from '../../domain/organisation/setting-text.ts'
import { readIban } from '../../formats/identifiers.ts'
import { lookAgainAtAll } from '../../store/case/case-looks.ts'
import { readOrganisation, setSettings } from '../../store/parties/organisations.ts'
import type { Desk } from '../desk.ts'
import { noteChange } from '../note-change.ts'
import { type Refused, refuse } from '../refused.ts'

export type StoredSettings = { settings: Record<string, string> }

export async function listSettings(desk: Desk): Promise<StoredSettings> {
  const { settings } = await desk.transaction(readOrganisation)
  return { settings }
}

export type ChangeSetting = { name: string; value: string }

/** Changes a setting of the organisation; every open case is looked at again at the next run, unless it decides nothing: an account, a limit of sending. */
export async function changeSetting(
  desk: Desk,
  { name, value }: ChangeSetting,
): Promise<StoredSettings | Refused> {
  const decidesNothing = isAccountSetting(name, value) || isSendingSetting(name, value)
  if (!decidesNothing && !isSetting(name, value)) {
    const known = [...SETTING_NAMES, ...SENDING_SETTINGS, ...ACCOUNT_SETTINGS, ...AGENCY_SETTINGS]
    return refuse('bad-setting', { name, value, known })
  }
  return desk.transaction(async tx => {
    const { settings } = await readOrganisation(tx)
    const changed = { ...settings, [name]: value }
    if (settings[name] === value) return { settings }
    await setSettings(tx, changed)
    await noteChange(desk, tx, 'setting', { [name]: { from: settings[name] ?? null, to: value } })
    if (!decidesNothing) await lookAgainAtAll(tx, desk.today)
    return { settings: changed }
  })
}

function isSetting(name: string, value: string): boolean {
  if (name === 'agency-iban') return value === '' || 'value' in readIban(value)
  return isAgencySetting(name) || settingFrom(name, value) !== null
}
