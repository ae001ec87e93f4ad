import type { ChannelName } from '../../domain/scenario.ts'
import type { Tx } from '../database.ts'

/** Letters that wait to be posted, registered or not, in the order in which they are printed and ticked. */
export async function lettersToPost(tx: Tx): Promise<{ id: string }[]> {
  return openOnChannels(tx, ['letter', 'registered-letter'])
}

/** Text messages that wait to be sent. */
export async function textsToSend(tx: Tx): Promise<{ id: string }[]> {
  return openOnChannels(tx, ['sms'])
}

async function openOnChannels(tx: Tx, channels: readonly ChannelName[]): Promise<{ id: string }[]> {
  return tx.query(
    `select c.number || '-' || a.id as id
     from   action a
     join   dunning_case c on c.organisation_id = $1 and c.case_id = a.case_id
     where  a.organisation_id = $1 and a.status = 'open' and a.channel = any($2::text[])
     order  by c.number, a.id`,
    [tx.organisationId, channels],
  )
}
