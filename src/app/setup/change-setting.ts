import { ACCOUNT_SETTINGS, isAccountSetting } from '../../domain/law/bookkeeping.ts'
import { AGENCY_SETTINGS, isAgencySetting } from '../../domain/organisation/agency.ts'
import { isSendingSetting, SENDING_SETTINGS } from '../../domain/organisation/sending-limits.ts'
import { SETTING_NAMES, settingFrom } from '../../domain/organisation/setting-text.ts'
import { readIban } from '../../formats/identifiers.ts'
import { lookAgainAtAll } from '../../store/case/case-looks.ts'
import { readOrganisation, setSettings } from '../../store/parties/organisations.ts'
import type { App, Refused } from '../app.ts'

export type StoredSettings = { settings: Record<string, string> }

export async function listSettings(app: App): Promise<StoredSettings> {
  const { settings } = await app.database.transaction(app.organisationId, readOrganisation)
  return { settings }
}

/** Changes a setting of the organisation; every open case is looked at again at the next run, unless it decides nothing: an account, a limit of sending. */
export async function changeSetting(
  app: App,
  name: string,
  value: string,
): Promise<StoredSettings | Refused> {
  const decidesNothing = isAccountSetting(name, value) || isSendingSetting(name, value)
  if (!decidesNothing && !isSetting(name, value)) {
    const known = [...SETTING_NAMES, ...SENDING_SETTINGS, ...ACCOUNT_SETTINGS, ...AGENCY_SETTINGS].join(', ')
    return {
      refused: 'bad-setting',
      message: `réglage inconnu ou valeur fausse : ${name} ${value} ; connus : ${known}`,
    }
  }
  return app.database.transaction(app.organisationId, async tx => {
    const { settings } = await readOrganisation(tx)
    const changed = { ...settings, [name]: value }
    await setSettings(tx, changed)
    if (!decidesNothing) await lookAgainAtAll(tx, app.clock.today())
    return { settings: changed }
  })
}

function isSetting(name: string, value: string): boolean {
  if (name === 'agency-iban') return value === '' || 'value' in readIban(value)
  return isAgencySetting(name) || settingFrom(name, value) !== null
}
