/** How much leaves at once: settings of an organisation that decide nothing about a case. */
export type SendingLimits = {
  /** What the invoices attached to one message may weigh together, before the third that e-mail adds to them. */
  readonly attachedBytes: number
  /** Messages in a minute to the mailboxes of one domain. */
  readonly perMinute: number
}

const MEGABYTE = 1_000_000

/** E-mail makes eleven megabytes of eight, and few mail servers take less than that. */
export const DEFAULT_SENDING_LIMITS: SendingLimits = { attachedBytes: 8 * MEGABYTE, perMinute: 100 }

export const SENDING_SETTINGS = ['attachments-megabytes', 'messages-per-minute'] as const

/** True of a setting of this kind with a value that it may have: 0 to 20 megabytes, 1 to 10,000 messages. */
export function isSendingSetting(name: string, value: string): boolean {
  if (name === 'attachments-megabytes') return /^(1?\d|20)$/.test(value)
  return name === 'messages-per-minute' && /^([1-9]\d{0,3}|10000)$/.test(value)
}

export function sendingLimitsFrom(settings: Readonly<Record<string, string>>): SendingLimits {
  const { 'attachments-megabytes': megabytes, 'messages-per-minute': perMinute } = settings
  return {
    attachedBytes:
      megabytes === undefined ? DEFAULT_SENDING_LIMITS.attachedBytes : Number(megabytes) * MEGABYTE,
    perMinute: perMinute === undefined ? DEFAULT_SENDING_LIMITS.perMinute : Number(perMinute),
  }
}
