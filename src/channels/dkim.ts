/** Signatures by which a mailbox knows that a message comes from the domain it says (DKIM, RFC 6376 and 8301). */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'
import { detailOf, type Failure } from './channel.ts'

/** A private key under the name of its DNS record, `SELECTOR._domainkey.DOMAIN`; or what is wrong with it. */
export type DkimKey = {
  readonly name: string
  readonly domain: string
  readonly selector: string
  readonly privateKey: string
  /** Null when it can sign. */
  readonly problem: string | null
}

const LEAST_BITS = 1024

/** Every `.pem` file of a folder. Throws when the folder can't be read. */
export function readDkimKeys(folder: string): DkimKey[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.pem'))
    .sort()
    .map(file => {
      const name = file.slice(0, -'.pem'.length).toLowerCase()
      const [, selector, domain] =
        /^([a-z0-9.-]+)\._domainkey\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(name) ?? []
      if (!selector || !domain)
        return { name, ...NONE, problem: 'named otherwise than SELECTOR._domainkey.DOMAIN.pem' }
      const key = readKey(join(folder, file))
      return { name, domain, selector, ...key }
    })
}

const NONE = { domain: '', selector: '', privateKey: '' }

/** RFC 8301: RSA of 1,024 bits at least, 2,048 better. */
function readKey(file: string): Pick<DkimKey, 'privateKey' | 'problem'> {
  try {
    const privateKey = readFileSync(file, 'utf8')
    return { privateKey, problem: problemOf(createPrivateKey(privateKey)) }
  } catch (error) {
    return { privateKey: '', problem: detailOf(error) }
  }
}

function problemOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | null {
  if (asymmetricKeyType !== 'rsa') return `a key of type ${asymmetricKeyType}: RSA is needed`
  const bits = asymmetricKeyDetails?.modulusLength ?? 0
  return bits < LEAST_BITS ? `a key of ${bits} bits: ${LEAST_BITS} at least are needed` : null
}

/**
 * The message under the signature of its sender's domain, or of the nearest domain above that has a key; as it is when none
 * has. With a key that can't sign it waits: it never leaves without the signature that was meant for it.
 */
export async function signed(
  raw: Buffer,
  sender: string,
  keys: readonly DkimKey[],
): Promise<Buffer | Failure> {
  const key = keyOf(sender, keys)
  if (!key) return raw
  const refused = (detail: string): Failure => ({ kind: 'temporary', detail: `DKIM ${key.name}: ${detail}` })
  if (key.problem !== null) return refused(key.problem)
  const { domain: domainName, selector: keySelector, privateKey } = key
  const done = await buffer(new DKIM({ domainName, keySelector, privateKey }).sign(raw))
  return done.subarray(0, SIGNATURE.length).toString('latin1') === SIGNATURE ? done : refused('did not sign')
}

const SIGNATURE = 'DKIM-Signature:'

function keyOf(sender: string, keys: readonly DkimKey[]): DkimKey | undefined {
  const labels = sender
    .slice(sender.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  const domains = labels.map((_, from) => labels.slice(from).join('.'))
  return domains.flatMap(domain => keys.find(key => key.domain === domain) ?? [])[0]
}
