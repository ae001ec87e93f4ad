/** What English-speaking debtors write of everything else that keeps an invoice unpaid, in plain letters. */
import type { Rule } from './reply-rules.ts'

export const ENGLISH_CAUSES: readonly Rule[] = [
  {
    kind: 'invoice-not-received',
    says: /(?:not|n't|never)(?: (?:yet|ever|actually|seem to have|have))* (?:received|receive|got|get|had|seen|have)(?: (?:a copy of|any|the|this|that|your|an|these|those|either))* ?(?:original |said )?invoices?\b|(?:can't|cannot|could not|couldn't|can not|unable to) (?:find|locate|trace|see)(?: (?:a copy of|any|the|this|that|your|these))* invoices?|no (?:trace|record|copy) of (?:this|the|that|your|these|any|an) invoices?|invoices?[^.]{0,40}(?:not|n't) (?:on|in|appear (?:on|in)) (?:our|my) (?:system|ledger|books|records|account)|(?:do not|don't) (?:seem to )?have (?:a copy of )?(?:this|that|these|the|your) invoices?|invoices? (?:\w+ ){0,3}(?:never|not) (?:arrived|reached|received|came)/,
    asked: true,
  },
  {
    kind: 'invoice-not-received',
    says: /\b(?:re-?send|send|forward|provide|email|e-mail|share|get|have|need)\b[^.]{0,30}?(?:cop(?:y|ies) of (?:the|this|that|your|these|each|all|both)?|(?:the|this|that|your|these|an?) (?:original )?(?:invoices?\b(?! number)|pdf))|\bcopy (?:invoice|please)|duplicate invoice/,
    needs: /please|could|can|would|need|pls|may|kindly|send/,
    unless:
      /(?:i|we)(?:'ve| have)? (?:sent|forwarded|resent)|i will (?:send|forward)|forwarded (?:the|your|this)|correct|\bpo\b|purchase order|proof|delivery note|will (?:have|get|need)/,
    asked: true,
  },
  {
    kind: 'wrong-bank-details',
    says: /\b(?:bank(?:ing)? (?:details|account|information|info)|account (?:details|number)|iban|sort code|wire instructions|bic)\b/,
    needs:
      /please|could|can you|need|send|wrong|incorrect|invalid|changed?|new|different|closed|reject|not (?:match|work|valid|recogni[sz]ed)|confirm|update|old/,
    unless: /\bour (?:bank|iban|account|new)|insufficient|my bank/,
    asked: true,
  },
  {
    kind: 'wrong-bank-details',
    says: /\b(?:transfer|payment|wire)\b[^.]{0,40}?(?:was|were|has been|got|came|been)? ?(?:returned|bounced|rejected|sent back|came back|failed)/,
    unless: /direct debit|insufficient|funds|\bcard\b/,
  },
  {
    kind: 'wrong-contact',
    says: /no longer (?:works?|employed|with|at|part of|in charge|handles?|responsible|the right)|(?:has|have|'s|'ve) left (?:the |our |this )?(?:company|business|organi[sz]ation|firm|team|department|us)|(?:not|n't) (?:the )?(?:right|correct|best) (?:person|contact|department|address)|wrong (?:person|department|contact|address|email)|(?:don't|do not|no longer) (?:deal with|handle|look after|manage) (?:invoices|payments|accounts|this|these|that|billing)|(?:has |have )?retired\b|\bleft us\b|(?:his|her|my|their) (?:replacement|successor)|(?:has|have) taken over(?: from)?|(?:is|are) now (?:handled|dealt with|managed) by|moved to (?:another|a different) (?:company|department|team)|does(?:n't| not) work here/,
    unless: /invoice (?:was|is) (?:sent|addressed) to the wrong/,
    asked: true,
  },
  {
    kind: 'wrong-contact',
    says: /\b(?:contact|write to|email|e-mail|send|forward|direct|address|redirect|reach out to|copy in|use|speak to|resend)\b[^@]{0,80}?[\w.+-]+@[a-z0-9.-]+/,
    needs: /please|instead|should|must|all|future|kindly|contact|directly/,
    unless:
      /\b(?:bank details|iban|a copy|the invoice to me|credit note|proof)\b|\b(?:i|we)(?:'ve| have)? (?:sent|forwarded|emailed)\b/,
    asked: true,
  },
  {
    kind: 'insufficient-funds',
    says: /insufficient funds|not enough (?:money|funds) (?:in|on)|(?:lack of|no) funds (?:in|on)|overdrawn|\bnsf\b|n't enough (?:money|funds) in/,
    asked: true,
  },
  {
    kind: 'financial-difficulty',
    says: /cash[- ]?flow (?:\w+ ){0,2}(?:problems?|issues?|difficult\w+|is (?:very |extremely |really )?tight|trouble|crisis|constraints?|is)|(?:financial(?:ly)?|liquidity|money) (?:\w+ )?(?:difficult\w*|problems?|trouble|hardship|struggl\w+|issues?|constraints?)|struggling (?:to pay|financially|with cash|at the moment)|(?:can't|cannot|can not|unable to|not able to|couldn't)(?: (?:currently|possibly|really|afford to|simply|just))* (?:pay|settle|afford)|(?:lost|out of) (?:my job|work)|short of (?:cash|money|funds)|cash is (?:very |really )?tight|(?:tough|rough|difficult|hard) (?:time|period|patch|year|months?)|no money/,
    unless:
      /without (?:a|the|your) (?:po|purchase|credit)|until (?:you|we (?:receive|get|have))|dispute|because (?:the invoice|it) (?:has|is)/,
  },
  {
    kind: 'insolvency',
    params: { procedure: 'liquidation' },
    says: /\b(?:in|into|under|entered|enter) (?:\w+ )?liquidation|\bliquidators?\b|winding[- ]up|wound up/,
    unless: /\bif\b|\brisk|avoid|might|could|threat|not in|nearly/,
  },
  {
    kind: 'insolvency',
    params: { procedure: 'receivership' },
    says: /\b(?:in|into|under|entered|enter) (?:\w+ )?(?:receivership|administration)\b|\b(?:receivers?|administrators?) (?:was|were|has been|have been) appointed/,
    unless: /\bif\b|\brisk|avoid|might|could|threat|not in|nearly|\byour administration/,
  },
  {
    kind: 'insolvency',
    says: /\b(?:filed for|filing for|declared|gone|went) (?:bankrupt(?:cy)?|insolven\w+|chapter 11)|\bis (?:bankrupt|insolvent)|insolvency (?:proceedings|practitioner)|under insolvency/,
    unless: /\bif\b|\brisk|avoid|might|could|threat|not \w*solvent|nearly/,
  },
  {
    kind: 'administrative',
    params: { missing: 'purchase-order' },
    says: /\b(?:po|p\.o\.|purchase order)s?\b(?: (?:number|ref\w*|no))?/,
    needs:
      /\bno\b|missing|without|need|require|must|not (?:on|show|quot|contain|includ|mention|stated)|lack|doesn't|does not|n't|quote|add|state|reissue|rejected|what|which|blank/,
    unless: /price|never|did not order|didn't order|match|per unit|raised|quantity/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'chorus' },
    says: /\bchorus\b/,
    needs: /must|please|only|should|not|need|require|via|through|upload|submit/,
    unless: /paid/,
    asked: true,
  },
  {
    kind: 'administrative',
    says: /(?:supplier|vendor|procurement|invoice|invoicing) portal|\b(?:ariba|coupa|basware|tradeshift)\b/,
    needs: /must|please|only|should|\bnot\b|n't|need|requir|via|through|upload|submit|reject/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'approval' },
    says: /(?:await|wait|pending|under|going through|needs?|requires?|still in|stuck in)\w*(?: (?:for|on|the|a|an|our|internal|final|manager|his|her|their|director))* (?:approv\w+|sign[- ]?off|authori[sz]ation|validation|signature)|not (?:yet )?(?:been )?(?:approved|signed off|authori[sz]ed|validated)|hasn't (?:yet )?been (?:approved|signed off|authori[sz]ed)|(?:with|for|in) (?:\w+ ){0,3}(?:approval|sign[- ]?off)\b|(?:needs?|has|have) to be (?:approved|signed off|authori[sz]ed)|yet to be (?:approved|signed)/,
  },
  {
    kind: 'administrative',
    params: { missing: 'mention' },
    says: /invoices? [^.]{0,50}?(?:does not|doesn't|do not|fails to|must) (?:show|include|contain|mention|state|carry|bear|have)|(?:vat|tax|siret|registration|company) (?:number|id|address)\b[^.]{0,30}?(?:missing|wrong|incorrect|not)|missing (?:the |your |our )?(?:vat|tax|siret|registration|billing address)/,
    unless: /price|quantity|discount|\bpo\b|purchase order/,
  },
  {
    kind: 'refusal',
    says: /(?:won't|will not|not going to|not gonna|ain't|never|refuse to|refusing to|no intention of|not willing to)(?: (?:be|ever|going to))* (?:pay|paying|settle)\b|not (?:paying|a (?:penny|cent|dime|euro))|do your worst|not (?:get|see) (?:a (?:penny|cent)|any money)/,
    unless: /\bbefore (?:the|our)|before \d/,
  },
  {
    kind: 'do-not-contact',
    says: /\bunsubscribe\b|\b(?:stop|quit|cease)\b[^.]{0,20}?(?:email|e-mail|contact|send|call|messag|harass|writ|spam|bother)|(?:do not|don't|never) (?:contact|email|e-mail|call|write|message)(?: (?:to|me|us))* ?(?:again|any ?more|anymore|\W*$)|(?:remove|delete|take) (?:me|us|my|our)[^.]{0,20}? (?:from|off|data|details|address)|leave (?:me|us) alone|harassment|opt(?: me)? out/,
    unless: /stop sending (?:us |me )?(?:invoices|goods|paper)|reply|wrong invoices/,
  },
]
