import { addDays, addMonths, day } from '../../domain/date.ts'
import type { CountryTexts } from '../../domain/law/texts.ts'
import { cents } from '../../domain/money.ts'
import type { PaperInput, PaperParties, ShippedPaper, StatementPaper } from '../paper/paper-data.ts'
import { sampleMessage } from './sample-message.ts'

type Items = StatementPaper['items']

const TODAY = day('2026-03-25')

/** Every paper in each language of its country, to each kind of debtor, from a creditor and from an agency. */
export function shippedPapers({ languages }: CountryTexts): ShippedPaper[] {
  return (['plan-agreement', 'receipt', 'statement'] as const).flatMap(paper =>
    languages.flatMap(language =>
      (['business', 'consumer', 'public-body'] as const).flatMap(kind =>
        [false, true].map(isAgency => ({ paper, language, kind, isAgency })),
      ),
    ),
  )
}

/** The same two invoices as in sample messages; `isWhole`: all that a text may say, else the least that it can do with. */
export function samplePaper(shipped: ShippedPaper, isWhole: boolean): PaperInput {
  const parties = sampleParties(shipped)
  const { items } = parties
  const [second] = items
  switch (shipped.paper) {
    case 'plan-agreement': {
      const amountCents = cents(isWhole ? 600_00 : 811_52)
      const instalments = [0, 1, 2].map(month => ({
        dueOn: addMonths(day('2026-04-05'), month),
        amountCents,
      }))
      return { ...parties, kind: shipped.paper, instalments }
    }
    case 'receipt':
      return {
        ...parties,
        kind: shipped.paper,
        payments: [
          {
            on: day('2026-03-02'),
            reference: 'VIR 4512',
            items: [second?.name ?? ''],
            amountCents: cents(2_468_24),
          },
          ...(isWhole ? [{ on: TODAY, reference: null, items: [], amountCents: cents(50_00) }] : []),
        ],
        settled: items.slice(0, isWhole ? 2 : 1).map((item, index) => ({
          name: item.name,
          issuedOn: item.issuedOn,
          amountCents: item.amountCents,
          paidCents: cents(index === 0 ? 2_468_24 : 0),
          leftCents: cents(index === 0 ? 0 : 1_150_00),
        })),
      }
    case 'statement':
      return { ...parties, kind: shipped.paper, ...sampleAccount(isWhole, items) }
  }
}

function sampleParties({ kind, language, isAgency }: ShippedPaper): PaperParties & { items: Items } {
  const agency = isAgency ? 'later' : null
  const asked = { step: 'j30', stage: 'level-3', channel: 'letter', language, kind, agency } as const
  const message = sampleMessage(asked, TODAY)
  const { today, currency, creditor, debtor, contact, items, firstLetters } = message
  return {
    today,
    currency,
    creditor,
    debtor,
    contact,
    items,
    noticeDays: 8,
    ...(message.agency && { agency: message.agency }),
    ...(firstLetters && { firstLetters }),
  }
}

function sampleAccount(isWhole: boolean, items: Items): Omit<StatementPaper, 'kind'> {
  const line = { dueOn: null, reference: '' }
  const [second, first] = items
  if (!isWhole || !first || !second) {
    const amountCents = cents(1_200_00)
    return {
      lines: [
        {
          ...line,
          kind: 'payment',
          on: TODAY,
          amountCents: cents(-amountCents),
          balanceCents: cents(-amountCents),
        },
      ],
      items: [],
      overdueCents: cents(0),
      asksForPayment: true,
    }
  }
  return {
    lines: [
      {
        kind: 'invoice',
        on: second.issuedOn,
        reference: second.name,
        dueOn: second.dueOn,
        amountCents: second.amountCents,
        balanceCents: cents(2_468_24),
      },
      {
        kind: 'invoice',
        on: first.issuedOn,
        reference: first.name,
        dueOn: first.dueOn,
        amountCents: first.amountCents,
        balanceCents: cents(3_668_24),
      },
      {
        ...line,
        kind: 'payment',
        on: addDays(TODAY, -23),
        reference: 'VIR 4512',
        amountCents: cents(-1_233_68),
        balanceCents: cents(2_434_56),
      },
      {
        ...line,
        kind: 'credit-note',
        on: addDays(TODAY, -9),
        reference: 'A-2026-0007',
        amountCents: cents(-50_00),
        balanceCents: cents(2_384_56),
      },
    ],
    items,
    overdueCents: cents(2_384_56),
    asksForPayment: true,
  }
}
