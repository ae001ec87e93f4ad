/** What English-speaking debtors write when they cannot pay, or will not, in plain letters. */
import type { Rule } from './reply-rules.ts'

export const ENGLISH_MEANS: readonly Rule[] = [
  {
    kind: 'insufficient-funds',
    says: [
      /insufficient funds/,
      /not enough (?:money|funds) (?:in|on)/,
      /(?:lack of|no) funds (?:in|on)/,
      /overdrawn/,
      /\bnsf\b/,
      /n't enough (?:money|funds) in/,
    ],
    asked: true,
  },
  {
    kind: 'financial-difficulty',
    says: [
      /cash[- ]?flow (?:\w+ ){0,2}(?:problems?|issues?|difficult\w+|is (?:very |extremely |really )?tight|trouble|crisis|constraints?|is)/,
      /(?:financial(?:ly)?|liquidity|money) (?:\w+ )?(?:difficult\w*|problems?|trouble|hardship|struggl\w+|issues?|constraints?)/,
      /struggling (?:to pay|financially|with cash|at the moment)/,
      /(?:can't|cannot|can not|unable to|not able to|couldn't)(?: (?:currently|possibly|really|afford to|simply|just))* (?:pay|settle|afford)/,
      /(?:lost|out of) (?:my job|work)/,
      /short of (?:cash|money|funds)/,
      /cash is (?:very |really )?tight/,
      /(?:tough|rough|difficult|hard) (?:time|period|patch|year|months?)/,
      /no money/,
      /(?:'m|'re|\bam|\bare) (?:\w+ )?(?:broke|skint)\b/,
      /nothing left in (?:the|our|my) account/,
      /(?:don't|do not) have (?:the|any|enough) (?:money|funds|cash)/,
    ],
    unless:
      /without (?:a|the|your) (?:po|purchase|credit)|until (?:you|we (?:receive|get|have))|dispute|\bnot in any\b|\bno financial|because (?:the invoice|it) (?:has|is)/,
  },
  {
    kind: 'insolvency',
    params: { procedure: 'liquidation' },
    says: [
      /\b(?:in|into|under|entered|enter) (?:\w+ )?liquidation/,
      /\bliquidators?\b/,
      /winding[- ]up/,
      /wound up/,
    ],
    unless:
      /\bif\b|\brisk|avoid|might|could|threat|\bnot (?:gone |been |yet )*(?:in|into|under|placed)\b|nearly/,
  },
  {
    kind: 'insolvency',
    params: { procedure: 'receivership' },
    says: [
      /\b(?:in|into|under|entered|enter) (?:\w+ )?(?:receivership|administration)\b/,
      /\b(?:receivers?|administrators?) (?:was|were|has been|have been) appointed/,
    ],
    unless:
      /\bif\b|\brisk|avoid|might|could|threat|\bnot (?:gone |been |yet )*(?:in|into|under|placed)\b|nearly|\byour administration/,
  },
  {
    kind: 'insolvency',
    says: [
      /\b(?:filed for|filing for|declared|gone|went) (?:bankrupt(?:cy)?|insolven\w+|chapter 11)/,
      /\bis (?:bankrupt|insolvent)/,
      /insolvency (?:proceedings|practitioner)/,
      /under insolvency/,
    ],
    unless: /\bif\b|\brisk|avoid|might|could|threat|not \w*solvent|nearly/,
  },
  {
    kind: 'refusal',
    says: [
      /(?:won't|will not|not going to|not gonna|ain't|never|refuse to|refusing to|no intention of|not willing to)(?: (?:be|ever|going to))* (?:pay|paying|settle)\b/,
      /not (?:paying|a (?:penny|cent|dime|euro))/,
      /do your worst/,
      /not (?:get|see) (?:a (?:penny|cent)|any money)/,
    ],
    unless: /\bbefore (?:the|our)|before \d/,
  },
  {
    kind: 'do-not-contact',
    says: [
      /\bunsubscribe\b/,
      /\b(?:stop|quit|cease)\b[^.]{0,20}?(?:email|e-mail|contact|send|call|messag|harass|writ|spam|bother)/,
      /(?:do not|don't|never) (?:contact|email|e-mail|call|write|message)(?: (?:to|me|us))* ?(?:again|any ?more|anymore|\W*$)/,
      /(?:remove|delete|take) (?:me|us|my|our)[^.]{0,20}? (?:from|off|data|details|address)/,
      /leave (?:me|us) alone/,
      /harassment/,
      /opt(?: me)? out/,
    ],
    unless: /stop sending (?:us |me )?(?:invoices|goods|paper)|reply|wrong invoices/,
  },
]
