import type { PaperTexts } from '../../../domain/law/texts.ts'
import { planAgreement as planAgreementEn } from './en/plan-agreement.ts'
import { receipt as receiptEn } from './en/receipt.ts'
import { statement as statementEn } from './en/statement.ts'
import { planAgreement as planAgreementFr } from './fr/plan-agreement.ts'
import { receipt as receiptFr } from './fr/receipt.ts'
import { statement as statementFr } from './fr/statement.ts'

export const paperTexts: PaperTexts = {
  fr: { 'plan-agreement': planAgreementFr, receipt: receiptFr, statement: statementFr },
  en: { 'plan-agreement': planAgreementEn, receipt: receiptEn, statement: statementEn },
}
