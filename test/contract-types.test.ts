/**
 * Shapes of the contract against what use cases take and answer, by the compiler (`npm run check`): a field that is added, renamed or
 * changed on one side alone does not compile. test/e2e/ parses what really comes out.
 */
import { describe, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { decideEntry } from '../src/app/bank/decide-entry.ts'
import type { importBank } from '../src/app/bank/import-bank.ts'
import type { listBank, pageOfBank } from '../src/app/bank/list-bank.ts'
import type { listBankData, noteBankData } from '../src/app/bank/note-bank-data.ts'
import type { actOnAction } from '../src/app/day/act-on-action.ts'
import type { explainCase, ExplainedItem as ItemExplained } from '../src/app/day/explain-case.ts'
import type { listActions, pageOfActions } from '../src/app/day/list-actions.ts'
import type { prepareCall } from '../src/app/day/prepare-call.ts'
import type { Preview as PreviewAnswer, previewMessage } from '../src/app/day/preview-message.ts'
import type { recordFact } from '../src/app/day/record-fact.ts'
import type { reportCall } from '../src/app/day/report-call.ts'
import type { runDay } from '../src/app/day/run-day.ts'
import type { simulate } from '../src/app/day/simulate.ts'
import type { deliver } from '../src/app/delivery/deliver.ts'
import type { sendInvoice } from '../src/app/delivery/send-invoice.ts'
import type { sendTest } from '../src/app/delivery/send-test.ts'
import type { sendTexts } from '../src/app/delivery/send-texts.ts'
import type { showLeftMessage } from '../src/app/delivery/show-left-message.ts'
import type { switchSending } from '../src/app/delivery/switch-sending.ts'
import type { importBodacc } from '../src/app/imports/import-bodacc.ts'
import type { importContacts } from '../src/app/imports/import-contacts.ts'
import type { importInvoices } from '../src/app/imports/import-invoices.ts'
import type { keepDocuments } from '../src/app/imports/keep-documents.ts'
import type { showDocument } from '../src/app/imports/show-document.ts'
import type { assignMessage } from '../src/app/inbox/assign-message.ts'
import type { decideSuggestion } from '../src/app/inbox/decide-suggestion.ts'
import type { fetchMail, MailNews as News } from '../src/app/inbox/fetch-mail.ts'
import type { importMail } from '../src/app/inbox/import-mail.ts'
import type { listInbox, pageOfInbox, showInbound } from '../src/app/inbox/list-inbox.ts'
import type { readInbound } from '../src/app/inbox/read-message.ts'
import type { checkTexts } from '../src/app/messages/check-text.ts'
import type { drawPaymentCode } from '../src/app/messages/draw-payment-code.ts'
import type { showMessage } from '../src/app/messages/show-message.ts'
import type { importTracking } from '../src/app/post/import-tracking.ts'
import type { postLetters } from '../src/app/post/post-letters.ts'
import type { printAction, printPaperOf } from '../src/app/post/print-letter.ts'
import type { printLetters } from '../src/app/post/print-letters.ts'
import type { showProof } from '../src/app/post/show-proof.ts'
import type { tickLetters } from '../src/app/post/tick-letters.ts'
import type { trackLetters } from '../src/app/post/track-letters.ts'
import type { readDocuments } from '../src/app/reading/read-documents.ts'
import type { checkJournals } from '../src/app/reports/check-journals.ts'
import type { drawBadDebtNotice } from '../src/app/reports/draw-bad-debt-notice.ts'
import type { drawClaim } from '../src/app/reports/draw-claim.ts'
import type { exportBadDebts } from '../src/app/reports/export-bad-debts.ts'
import type { exportFec } from '../src/app/reports/export-fec.ts'
import type { ListRows } from '../src/app/reports/export-lists.ts'
import type { exportPain008 } from '../src/app/reports/export-pain008.ts'
import type { listBadDebts } from '../src/app/reports/list-bad-debts.ts'
import type { listBalances, pageOfBalances } from '../src/app/reports/list-balances.ts'
import type { listChanges } from '../src/app/reports/list-changes.ts'
import type { listClaims, pageOfClaims } from '../src/app/reports/list-claims.ts'
import type { listLimitations, pageOfLimitations } from '../src/app/reports/list-limitations.ts'
import type { changeCreditor, ShownCreditor } from '../src/app/setup/change-creditor.ts'
import type { changeDebtor } from '../src/app/setup/change-debtor.ts'
import type { changeLetterhead } from '../src/app/setup/change-letterhead.ts'
import type { changeSetting, listSettings } from '../src/app/setup/change-setting.ts'
import type { checkHealth } from '../src/app/setup/check-health.ts'
import type { listRates } from '../src/app/setup/list-rates.ts'
import type { recordRates } from '../src/app/setup/record-rate.ts'
import type { removeRates } from '../src/app/setup/remove-rate.ts'
import type { listTexts } from '../src/app/texts/list-texts.ts'
import type { listVariables } from '../src/app/texts/list-variables.ts'
import type { resetTexts } from '../src/app/texts/reset-texts.ts'
import type { restoreText } from '../src/app/texts/restore-text.ts'
import type { setTexts } from '../src/app/texts/set-texts.ts'
import type { showText } from '../src/app/texts/show-text.ts'
import type { textHistory } from '../src/app/texts/text-history.ts'
import type * as actions from '../src/contract/actions.ts'
import type * as badDebts from '../src/contract/bad-debts.ts'
import type * as bank from '../src/contract/bank.ts'
import type * as cases from '../src/contract/cases.ts'
import type * as claims from '../src/contract/claims.ts'
import type * as creditors from '../src/contract/creditors.ts'
import type * as days from '../src/contract/days.ts'
import type * as debtors from '../src/contract/debtors.ts'
import type * as deliveries from '../src/contract/deliveries.ts'
import type * as documents from '../src/contract/documents.ts'
import type * as exported from '../src/contract/exports.ts'
import type * as health from '../src/contract/health.ts'
import type * as imports from '../src/contract/imports.ts'
import type * as inbox from '../src/contract/inbox.ts'
import type * as journals from '../src/contract/journals.ts'
import type * as letters from '../src/contract/letters.ts'
import type * as messages from '../src/contract/messages.ts'
import type { Reason } from '../src/contract/parts/reasons.ts'
import type { Problem } from '../src/contract/parts/refusal.ts'
import type * as rates from '../src/contract/rates.ts'
import type * as readings from '../src/contract/readings.ts'
import type * as settings from '../src/contract/settings.ts'
import type * as texts from '../src/contract/texts.ts'
import type { Claim as DomainClaim } from '../src/domain/claim/claim.ts'
import type { Day } from '../src/domain/date.ts'
import type { Cents } from '../src/domain/money.ts'
import type { ReasonCode } from '../src/domain/reason.ts'
import type { TaskCode } from '../src/domain/task.ts'

type UseCase = (...given: never[]) => unknown

/** An answer as JSON says it: amounts as numbers, bytes left out. A day that nobody wrote as a date would be a number. */
type Json<T> = T extends bigint
  ? number
  : T extends Day
    ? number
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends { line: unknown; code: unknown; severity: unknown }
        ? z.input<typeof Problem>
        : T extends { code: TaskCode; params: unknown; items: unknown }
          ? z.input<typeof days.Task>
          : T extends { code: ReasonCode; params: unknown }
            ? T extends { kind: infer Kind }
              ? { kind: Kind; reason: z.input<typeof Reason> }
              : z.input<typeof Reason>
            : T extends readonly (infer Each)[]
              ? Json<Each>[]
              : {
                  -readonly [Key in keyof T as NonNullable<T[Key]> extends Uint8Array
                    ? never
                    : Correction<Key>]: Key extends 'refusal' | 'delivery' ? string : Json<Given<T, Key>>
                }

/** Why a part was left out, and where e-mails go, are said in a sentence. */
type Correction<Key> = Key extends 'refusal' ? 'detail' : Key extends 'delivery' ? 'note' : Key

/** What is asked, as the domain counts: the same object without `readonly`. */
type Plain<T> = T extends Day | Cents | string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Each)[]
    ? Plain<Each>[]
    : { -readonly [Key in keyof T]: Plain<Given<T, Key>> }

/** An absent key and an undefined value are the same to JSON. */
type Given<T, Key extends keyof T> = Record<never, never> extends Pick<T, Key> ? T[Key] | undefined : T[Key]

type Shape<Shaped extends z.ZodType> = Json<z.input<Shaped>>
type Taken<Case extends UseCase> = Exclude<Awaited<ReturnType<Case>>, { refused: unknown }>
type Answer<Case extends UseCase> = Json<Taken<Case>>
/** A list, whole or a page of it, which has `next` too. */
type Listed<Whole extends UseCase, Page extends UseCase> = Json<
  Taken<Whole> & Partial<Omit<Taken<Page>, keyof Taken<Whole>>>
>

/** Who asks, and on which day, is known without being said; files come beside what is asked. */
type Beside = 'date' | 'today' | 'actor' | 'files' | 'file' | 'mandates' | 'pictures' | 'minute'
type Asked<Case extends UseCase> = Plain<Omit<Parameters<Case>[1], Beside>>
type Request<Shaped extends z.ZodType> = Plain<Omit<z.output<Shaped>, Beside>>

describe('an answer is what the use case answers', () => {
  test('actions', () => {
    expectTypeOf<Shape<typeof actions.WorkList>>().toEqualTypeOf<
      Listed<typeof listActions, typeof pageOfActions>
    >()
    expectTypeOf<Shape<typeof actions.ActedOn>>().toEqualTypeOf<Answer<typeof actOnAction>>()
    expectTypeOf<Shape<typeof actions.ReportedCall>>().toEqualTypeOf<Answer<typeof reportCall>>()
    expectTypeOf<Shape<typeof actions.PreparedCall>>().toEqualTypeOf<Answer<typeof prepareCall>>()
  })

  test('bad debts', () => {
    expectTypeOf<Shape<typeof badDebts.BadDebts>>().toEqualTypeOf<Answer<typeof listBadDebts>>()
    expectTypeOf<Shape<typeof badDebts.BadDebtNotice>>().toEqualTypeOf<Answer<typeof drawBadDebtNotice>>()
  })

  test('bank', () => {
    expectTypeOf<Shape<typeof bank.ImportedBank>>().toEqualTypeOf<Answer<typeof importBank>>()
    expectTypeOf<Shape<typeof bank.ListedBank>>().toEqualTypeOf<Listed<typeof listBank, typeof pageOfBank>>()
    expectTypeOf<Shape<typeof bank.DecidedEntry>>().toEqualTypeOf<Answer<typeof decideEntry>>()
    expectTypeOf<Shape<typeof bank.KnownBankData>>().toEqualTypeOf<Answer<typeof listBankData>>()
    expectTypeOf<Shape<typeof bank.KnownBankData>>().toEqualTypeOf<Answer<typeof noteBankData>>()
  })

  test('cases', () => {
    expectTypeOf<Shape<typeof cases.RecordedFact>>().toEqualTypeOf<Answer<typeof recordFact>>()
    expectTypeOf<Shape<typeof cases.Limitations>>().toEqualTypeOf<
      Listed<typeof listLimitations, typeof pageOfLimitations>
    >()
    expectTypeOf<Shape<typeof cases.ExplainedItem>>().toEqualTypeOf<Json<ItemExplained>>()
    type Told = Omit<Answer<typeof explainCase>, 'items'>
    expectTypeOf<Json<Omit<Shape<typeof cases.ExplainedCase>, 'items'>>>().toEqualTypeOf<Json<Told>>()
    type Item = Shape<typeof cases.ExplainedCase>['items'][number]
    type Shown = Omit<Json<ItemExplained>, 'because' | 'decided'> & { sentence: string }
    expectTypeOf<Json<Omit<Item, 'because'>>>().toEqualTypeOf<Json<Shown>>()
  })

  test('claims', () => {
    type Drawn = Pick<DomainClaim, 'lines' | 'totals'> & Partial<Pick<DomainClaim, 'warnings'>>
    expectTypeOf<Plain<z.output<typeof claims.Claim>>>().toEqualTypeOf<Plain<Drawn>>()
    expectTypeOf<Taken<typeof drawClaim>>().toExtend<DomainClaim>()
    expectTypeOf<Shape<typeof claims.ListedClaims>>().toEqualTypeOf<
      Listed<typeof listClaims, typeof pageOfClaims>
    >()
    expectTypeOf<Shape<typeof claims.PaymentCode>>().toEqualTypeOf<Answer<typeof drawPaymentCode>>()
  })

  test('creditors', () => {
    type Shown = Plain<Omit<ShownCreditor, 'warnings'>>
    expectTypeOf<Plain<Omit<z.output<typeof creditors.Creditor>, 'warnings'>>>().toEqualTypeOf<Shown>()
    type Warnings = Plain<z.output<typeof creditors.Creditor>['warnings']>
    expectTypeOf<Warnings>().toEqualTypeOf<Plain<ShownCreditor['warnings']>>()
    expectTypeOf<Taken<typeof changeCreditor>>().toEqualTypeOf<ShownCreditor>()
    expectTypeOf<Shape<typeof creditors.Letterhead>>().toEqualTypeOf<Answer<typeof changeLetterhead>>()
  })

  test('days', () => {
    expectTypeOf<Shape<typeof days.DayReport>>().toEqualTypeOf<Answer<typeof runDay>>()
    expectTypeOf<Shape<typeof days.Simulation>>().toEqualTypeOf<Answer<typeof simulate>>()
  })

  test('journals', () => {
    expectTypeOf<Shape<typeof journals.Changes>>().toEqualTypeOf<Answer<typeof listChanges>>()
    expectTypeOf<Shape<typeof journals.CheckedJournals>>().toEqualTypeOf<Answer<typeof checkJournals>>()
  })

  test('debtors', () => {
    expectTypeOf<Shape<typeof debtors.ChangedDebtor>>().toEqualTypeOf<Answer<typeof changeDebtor>>()
    expectTypeOf<Shape<typeof debtors.Balances>>().toEqualTypeOf<
      Listed<typeof listBalances, typeof pageOfBalances>
    >()
  })

  test('deliveries', () => {
    expectTypeOf<Shape<typeof deliveries.Sending>>().toEqualTypeOf<Answer<typeof switchSending>>()
    expectTypeOf<Shape<typeof deliveries.Delivered>>().toEqualTypeOf<Answer<typeof deliver>>()
    expectTypeOf<Shape<typeof deliveries.SentTexts>>().toEqualTypeOf<Answer<typeof sendTexts>>()
    expectTypeOf<Shape<typeof deliveries.QueuedInvoice>>().toEqualTypeOf<Answer<typeof sendInvoice>>()
    expectTypeOf<Shape<typeof deliveries.TestSent>>().toEqualTypeOf<Answer<typeof sendTest>>()
  })

  test('documents', () => {
    expectTypeOf<Shape<typeof documents.KeptDocuments>>().toEqualTypeOf<Answer<typeof keepDocuments>>()
    expectTypeOf<Shape<typeof documents.ShownDocument>>().toEqualTypeOf<Answer<typeof showDocument>>()
  })

  test('exports', () => {
    type Rows<Name extends keyof ListRows> = Extract<
      z.input<typeof exported.ExportedList>,
      { list: Name }
    >['rows'][number]
    type Balances = Json<Omit<Rows<'balances'>, 'items'>>
    expectTypeOf<Balances>().toEqualTypeOf<Json<ListRows['balances']>>()
    expectTypeOf<Json<Rows<'invoices'>>>().toEqualTypeOf<Json<ListRows['invoices']>>()
    expectTypeOf<Json<Rows<'claims'>>>().toEqualTypeOf<Json<ListRows['claims']>>()
    expectTypeOf<Json<Rows<'actions'>>>().toEqualTypeOf<Json<ListRows['actions']>>()
    expectTypeOf<Json<Rows<'journal'>>>().toEqualTypeOf<Json<ListRows['journal']>>()
    expectTypeOf<Shape<typeof exported.ExportedBadDebts>>().toEqualTypeOf<Answer<typeof exportBadDebts>>()
    expectTypeOf<Shape<typeof exported.ExportedFec>>().toEqualTypeOf<Answer<typeof exportFec>>()
    expectTypeOf<Shape<typeof exported.ExportedPain008>>().toEqualTypeOf<Answer<typeof exportPain008>>()
  })

  test('health', () => {
    expectTypeOf<Shape<typeof health.Health>>().toEqualTypeOf<Answer<typeof checkHealth>>()
  })

  test('imports', () => {
    expectTypeOf<Shape<typeof imports.ImportedInvoices>>().toEqualTypeOf<Answer<typeof importInvoices>>()
    expectTypeOf<Shape<typeof imports.ImportedContacts>>().toEqualTypeOf<Answer<typeof importContacts>>()
    expectTypeOf<Shape<typeof imports.ImportedNotices>>().toEqualTypeOf<Answer<typeof importBodacc>>()
  })

  test('inbox', () => {
    expectTypeOf<Shape<typeof inbox.Inbox>>().toEqualTypeOf<Listed<typeof listInbox, typeof pageOfInbox>>()
    expectTypeOf<Shape<typeof inbox.ListedMail>>().toEqualTypeOf<Answer<typeof showInbound>>()
    expectTypeOf<Shape<typeof inbox.FetchedMail>>().toEqualTypeOf<Answer<typeof fetchMail>>()
    expectTypeOf<Shape<typeof inbox.MailNews>>().toEqualTypeOf<Json<News>>()
    expectTypeOf<Shape<typeof inbox.ImportedMail>>().toEqualTypeOf<Answer<typeof importMail>>()
    expectTypeOf<Shape<typeof inbox.DecidedSuggestion>>().toEqualTypeOf<Answer<typeof decideSuggestion>>()
    expectTypeOf<Shape<typeof inbox.ReadAnswer>>().toEqualTypeOf<Answer<typeof readInbound>>()
    expectTypeOf<Shape<typeof inbox.AssignedMessage>>().toEqualTypeOf<Answer<typeof assignMessage>>()
  })

  test('letters', () => {
    expectTypeOf<Shape<typeof letters.LettersOfTheDay>>().toEqualTypeOf<Answer<typeof printLetters>>()
    expectTypeOf<Shape<typeof letters.PrintedPaper>>().toEqualTypeOf<Answer<typeof printPaperOf>>()
    expectTypeOf<Shape<typeof letters.PrintedLetter>>().toEqualTypeOf<Answer<typeof printAction>>()
    expectTypeOf<Shape<typeof letters.TickedLetters>>().toEqualTypeOf<Answer<typeof tickLetters>>()
    expectTypeOf<Shape<typeof letters.PostedLetters>>().toEqualTypeOf<Answer<typeof postLetters>>()
    expectTypeOf<Shape<typeof letters.TrackedLetters>>().toEqualTypeOf<Answer<typeof trackLetters>>()
    expectTypeOf<Json<Omit<Shape<typeof letters.ShownProof>, 'bytes'>>>().toEqualTypeOf<
      Answer<typeof showProof>
    >()
    expectTypeOf<Shape<typeof letters.ImportedTracking>>().toEqualTypeOf<Answer<typeof importTracking>>()
  })

  test('messages', () => {
    expectTypeOf<Shape<typeof messages.ShownMessage>>().toEqualTypeOf<Answer<typeof showMessage>>()
    expectTypeOf<Shape<typeof messages.LeftMessage>>().toEqualTypeOf<Answer<typeof showLeftMessage>>()
    expectTypeOf<Shape<typeof messages.Preview>>().toEqualTypeOf<Json<PreviewAnswer>>()
  })

  test('rates', () => {
    expectTypeOf<Shape<typeof rates.ListedRates>>().toEqualTypeOf<Answer<typeof listRates>>()
    expectTypeOf<Shape<typeof rates.RecordedRates>>().toEqualTypeOf<Answer<typeof recordRates>>()
    expectTypeOf<Shape<typeof rates.RemovedRates>>().toEqualTypeOf<Answer<typeof removeRates>>()
  })

  test('readings', () => {
    expectTypeOf<Shape<typeof readings.FilesRead>>().toEqualTypeOf<Answer<typeof readDocuments>>()
  })

  test('settings', () => {
    expectTypeOf<Shape<typeof settings.Settings>>().toEqualTypeOf<Answer<typeof listSettings>>()
    expectTypeOf<Shape<typeof settings.Settings>>().toEqualTypeOf<Answer<typeof changeSetting>>()
  })

  test('texts', () => {
    expectTypeOf<Shape<typeof texts.ListedTexts>>().toEqualTypeOf<Answer<typeof listTexts>>()
    expectTypeOf<Shape<typeof texts.ShownText>>().toEqualTypeOf<Answer<typeof showText>>()
    expectTypeOf<Shape<typeof texts.ListedVariables>>().toEqualTypeOf<Answer<typeof listVariables>>()
    expectTypeOf<Shape<typeof texts.TextsSet>>().toEqualTypeOf<Answer<typeof setTexts>>()
    expectTypeOf<Shape<typeof texts.TextsReset>>().toEqualTypeOf<Answer<typeof resetTexts>>()
    expectTypeOf<Shape<typeof texts.PastVersions>>().toEqualTypeOf<Answer<typeof textHistory>>()
    expectTypeOf<Shape<typeof texts.RestoredText>>().toEqualTypeOf<Answer<typeof restoreText>>()
    expectTypeOf<Shape<typeof texts.CheckedTexts>>().toEqualTypeOf<Answer<typeof checkTexts>>()
  })
})

describe('a request is what the use case takes', () => {
  test('actions', () => {
    expectTypeOf<Request<typeof actions.ListActions>>().toEqualTypeOf<Asked<typeof pageOfActions>>()
    expectTypeOf<Request<typeof actions.ActOnAction>>().toEqualTypeOf<Asked<typeof actOnAction>>()
    expectTypeOf<Request<typeof actions.ReportCall>>().toEqualTypeOf<Asked<typeof reportCall>>()
    expectTypeOf<Request<typeof actions.PrepareCall>>().toEqualTypeOf<Asked<typeof prepareCall>>()
  })

  test('bad debts', () => {
    expectTypeOf<Request<typeof badDebts.DrawBadDebtNotice>>().toEqualTypeOf<
      Asked<typeof drawBadDebtNotice>
    >()
  })

  test('bank', () => {
    expectTypeOf<Request<typeof bank.ListBank>>().toEqualTypeOf<Asked<typeof pageOfBank>>()
    expectTypeOf<Request<typeof bank.ImportBank>>().toEqualTypeOf<Asked<typeof importBank>>()
    expectTypeOf<Request<typeof bank.DecideEntry>>().toEqualTypeOf<Asked<typeof decideEntry>>()
    expectTypeOf<Request<typeof bank.NoteBankData>>().toEqualTypeOf<Asked<typeof noteBankData>>()
  })

  test('cases', () => {
    // The fact comes in the words of the story language; the door reads them.
    type Recorded = Omit<Asked<typeof recordFact>, 'fact'> & { text: string }
    expectTypeOf<Request<typeof cases.RecordFact>>().toEqualTypeOf<Plain<Recorded>>()
    expectTypeOf<Request<typeof cases.ListLimitations>>().toEqualTypeOf<Asked<typeof pageOfLimitations>>()
    expectTypeOf<Request<typeof cases.ExplainCase>>().toEqualTypeOf<Asked<typeof explainCase>>()
  })

  test('claims', () => {
    expectTypeOf<Request<typeof claims.ListClaims>>().toEqualTypeOf<Asked<typeof pageOfClaims>>()
    expectTypeOf<Request<typeof claims.DrawClaim>>().toEqualTypeOf<Asked<typeof drawClaim>>()
    expectTypeOf<Request<typeof claims.DrawPaymentCode>>().toEqualTypeOf<Asked<typeof drawPaymentCode>>()
  })

  test('creditors', () => {
    expectTypeOf<Request<typeof creditors.ChangeCreditor>>().toEqualTypeOf<Asked<typeof changeCreditor>>()
    expectTypeOf<Request<typeof creditors.ChangeLetterhead>>().toEqualTypeOf<Asked<typeof changeLetterhead>>()
  })

  test('days', () => {
    expectTypeOf<Request<typeof days.RunDay>>().toEqualTypeOf<Asked<typeof runDay>>()
    expectTypeOf<Request<typeof days.Simulate>>().toEqualTypeOf<Asked<typeof simulate>>()
  })

  test('debtors', () => {
    expectTypeOf<Request<typeof debtors.ListBalances>>().toEqualTypeOf<Asked<typeof pageOfBalances>>()
    expectTypeOf<Request<typeof debtors.ChangeDebtor>>().toEqualTypeOf<Asked<typeof changeDebtor>>()
  })

  test('deliveries', () => {
    expectTypeOf<Request<typeof deliveries.Deliver>>().toEqualTypeOf<Asked<typeof deliver>>()
    expectTypeOf<Request<typeof deliveries.SendInvoice>>().toEqualTypeOf<Asked<typeof sendInvoice>>()
    expectTypeOf<Request<typeof deliveries.SendTest>>().toEqualTypeOf<Asked<typeof sendTest>>()
  })

  test('documents', () => {
    expectTypeOf<Request<typeof documents.KeepDocuments>>().toEqualTypeOf<Asked<typeof keepDocuments>>()
    expectTypeOf<Request<typeof documents.ShowDocument>>().toEqualTypeOf<Asked<typeof showDocument>>()
  })

  test('exports', () => {
    expectTypeOf<Request<typeof exported.ExportBadDebts>>().toEqualTypeOf<Asked<typeof exportBadDebts>>()
    expectTypeOf<Request<typeof exported.ExportFec>>().toEqualTypeOf<Asked<typeof exportFec>>()
    expectTypeOf<Request<typeof exported.ExportPain008>>().toEqualTypeOf<Asked<typeof exportPain008>>()
  })

  test('imports', () => {
    expectTypeOf<Request<typeof imports.ImportInvoices>>().toEqualTypeOf<Asked<typeof importInvoices>>()
    expectTypeOf<Request<typeof imports.ImportContacts>>().toEqualTypeOf<Asked<typeof importContacts>>()
    expectTypeOf<Request<typeof imports.ImportNotices>>().toEqualTypeOf<Asked<typeof importBodacc>>()
  })

  test('inbox', () => {
    expectTypeOf<Request<typeof inbox.ListInbox>>().toEqualTypeOf<Asked<typeof pageOfInbox>>()
    expectTypeOf<Request<typeof inbox.ImportMail>>().toEqualTypeOf<Asked<typeof importMail>>()
    expectTypeOf<Request<typeof inbox.DecideSuggestion>>().toEqualTypeOf<Asked<typeof decideSuggestion>>()
    expectTypeOf<Request<typeof inbox.ReadInbound>>().toEqualTypeOf<Asked<typeof readInbound>>()
    expectTypeOf<Request<typeof inbox.AssignMessage>>().toEqualTypeOf<Asked<typeof assignMessage>>()
  })

  test('letters', () => {
    expectTypeOf<Request<typeof letters.PrintLetters>>().toEqualTypeOf<Asked<typeof printLetters>>()
    expectTypeOf<Request<typeof letters.PrintPaper>>().toEqualTypeOf<Asked<typeof printPaperOf>>()
    expectTypeOf<Request<typeof letters.PrintLetter>>().toEqualTypeOf<Asked<typeof printAction>>()
    expectTypeOf<Request<typeof letters.TickLetters>>().toEqualTypeOf<Asked<typeof tickLetters>>()
    expectTypeOf<Request<typeof letters.PostLetters>>().toEqualTypeOf<Asked<typeof postLetters>>()
    expectTypeOf<Request<typeof letters.ShowProof>>().toEqualTypeOf<Asked<typeof showProof>>()
    expectTypeOf<Request<typeof letters.ImportTracking>>().toEqualTypeOf<Asked<typeof importTracking>>()
  })

  test('messages', () => {
    expectTypeOf<Request<typeof messages.ShowMessage>>().toEqualTypeOf<Asked<typeof showMessage>>()
    expectTypeOf<Request<typeof messages.PreviewMessage>>().toEqualTypeOf<Asked<typeof previewMessage>>()
  })

  test('rates', () => {
    expectTypeOf<Request<typeof rates.RecordRates>>().toEqualTypeOf<Asked<typeof recordRates>>()
    expectTypeOf<Request<typeof rates.RemoveRates>>().toEqualTypeOf<Asked<typeof removeRates>>()
  })

  test('texts', () => {
    expectTypeOf<Request<typeof texts.ListTexts>>().toEqualTypeOf<Asked<typeof listTexts>>()
    expectTypeOf<Request<typeof texts.ShowText>>().toEqualTypeOf<Asked<typeof showText>>()
    expectTypeOf<Omit<Request<typeof texts.SetTexts>, 'files'>>().toEqualTypeOf<Asked<typeof setTexts>>()
    expectTypeOf<Request<typeof texts.ResetTexts>>().toEqualTypeOf<Asked<typeof resetTexts>>()
    expectTypeOf<Request<typeof texts.RestoreText>>().toEqualTypeOf<Asked<typeof restoreText>>()
  })
})
