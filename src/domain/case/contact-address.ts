import type { Contact } from '../debtor.ts'
import type { Case } from './case.ts'

/** E-mails no longer go to that address, until a person corrects it. */
export function withoutEmail(caseFile: Case, address: string | null): Case {
  if (address === null) return caseFile
  const isThat = (contact: Contact) => isSameAddress(contact.email, address)
  return withContacts(caseFile, isThat, { emailInvalid: true })
}

export function withContacts(
  caseFile: Case,
  concerned: (contact: Contact) => boolean,
  change: Partial<Contact>,
): Case {
  if (!caseFile.contacts.some(concerned)) return caseFile
  return {
    ...caseFile,
    contacts: caseFile.contacts.map(contact => (concerned(contact) ? { ...contact, ...change } : contact)),
  }
}

/** Nobody tells two mailboxes apart by capital letters, whatever RFC 5321 allows. */
export function isSameAddress(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.toLowerCase() === other.toLowerCase()
}
