import type { MessageInput, MessageItem } from '../../documents/text/message-data.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import type { Day } from '../../domain/date.ts'
import type { Contact } from '../../domain/debtor.ts'
import type { Parties } from './parties.ts'

/** What letters and messages say of both parties. */
export function partyInput({
  caseFile,
  creditor,
  particulars,
}: Pick<Parties, 'caseFile' | 'creditor' | 'particulars'>): Pick<MessageInput, 'creditor' | 'debtor'> {
  const { name, kind } = caseFile.debtor
  return {
    creditor: {
      name: creditor.name,
      ...(creditor.email && { email: creditor.email }),
      ...(creditor.phone && { phone: creditor.phone }),
      ...(creditor.iban && { iban: creditor.iban }),
      ...(creditor.address && { address: creditor.address }),
      ...(creditor.siren && { siren: creditor.siren }),
      ...(creditor.signatory && { signatory: creditor.signatory }),
    },
    debtor: {
      name,
      kind,
      ...(particulars.address && { address: particulars.address }),
      ...(particulars.siren && { siren: particulars.siren }),
    },
  }
}

/** To whom a message speaks, and in which language; empty when nobody is known. */
export function addressee(contact: Contact | null): MessageInput['contact'] {
  return { language: contact?.language ?? '', ...(contact?.name && { name: contact.name }) }
}

/** Items that have a due date, each with its delay on a day. */
export function withDueDate(items: readonly OpenItem[], today: Day): MessageItem[] {
  return items.flatMap(item =>
    item.dueOn === null ? [] : [{ ...item, dueOn: item.dueOn, delayDays: today - item.dueOn }],
  )
}
