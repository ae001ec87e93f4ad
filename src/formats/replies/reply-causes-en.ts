/** What English-speaking debtors write when something is missing or wrong between the invoice and its payment, in plain letters. */
import type { Rule } from './reply-rules.ts'

export const ENGLISH_CAUSES: readonly Rule[] = [
  {
    kind: 'invoice-not-received',
    says: [
      /(?:not|n't|never)(?: (?:yet|ever|actually|seem to have|have))* (?:received|receive|got|get|had|seen|have)(?: (?:a copy of|any|the|this|that|your|an|these|those|either))* ?(?:original |said )?invoices?\b/,
      /(?:can't|cannot|could not|couldn't|can not|unable to) (?:find|locate|trace|see)(?: (?:a copy of|any|the|this|that|your|these))* invoices?/,
      /no (?:trace|record|copy) of (?:this|the|that|your|these|any|an) invoices?/,
      /invoices?[^.]{0,40}(?:not|n't) (?:on|in|appear (?:on|in)) (?:our|my) (?:system|ledger|books|records|account)/,
      /(?:this|it|that)(?: one)? (?:is not|isn't|does not appear|doesn't appear) (?:in|on) our (?:system|books|ledger|records)/,
      /(?:do not|don't) (?:seem to )?have (?:a copy of )?(?:this|that|these|the|your) invoices?/,
      /invoices? (?:\w+ ){0,3}(?:never|not) (?:arrived|reached|received|came)/,
    ],
    asked: true,
  },
  {
    kind: 'invoice-not-received',
    says: [
      /\b(?:re-?send|send|forward|provide|email|e-mail|share|get|have|need)\b[^.]{0,30}?(?:cop(?:y|ies) of (?:the|this|that|your|these|each|all|both)?|(?:the|this|that|your|these|an?) (?:original )?(?:invoices?\b(?! number)|pdf))/,
      /\bcopy (?:invoice|please)/,
      /\bre-?send (?:me |us )?invoices?\b/,
      /duplicate invoice/,
    ],
    needs: /please|could|can|would|need|pls|may|kindly|send/,
    unless:
      /(?:i|we)(?:'ve| have)? (?:sent|forwarded|resent)|i will (?:send|forward)|forwarded (?:the|your|this)|correct|\bpo\b|purchase order|proof|delivery note|will (?:have|get|need)/,
    asked: true,
  },
  {
    kind: 'wrong-bank-details',
    says: [
      /\b(?:bank(?:ing)? (?:details|account|information|info)|account (?:details|number)|iban|sort code|wire instructions|bic)\b/,
    ],
    needs:
      /please|could|can you|need|send|wrong|incorrect|invalid|changed?|new|different|closed|reject|not (?:match|work|valid|recogni[sz]ed)|confirm|update|old/,
    unless: /\bour (?:bank|iban|account|new)|insufficient|my bank/,
    asked: true,
  },
  {
    kind: 'wrong-bank-details',
    says: [
      /\b(?:transfer|payment|wire)\b[^.]{0,40}?(?:was|were|has been|got|came|been)? ?(?:returned|bounced|rejected|sent back|came back|failed)/,
    ],
    unless: /direct debit|insufficient|funds|\bcard\b/,
  },
  {
    kind: 'wrong-contact',
    says: [
      /no longer (?:works?|employed|with|at|part of|in charge|handles?|responsible|the right)/,
      /(?:has|have|'s|'ve) left (?:the |our |this )?(?:company|business|organi[sz]ation|firm|team|department|us)/,
      /(?:not|n't) (?:the )?(?:right|correct|best) (?:person|contact|department|address)/,
      /wrong (?:person|department|contact|address|email)/,
      /(?:don't|do not|no longer) (?:deal with|handle|look after|manage) (?:invoices|payments|accounts|this|these|that|billing)/,
      /(?:has |have )?retired\b/,
      /\bleft us\b/,
      /(?:his|her|my|their) (?:replacement|successor)/,
      /(?:has|have) taken over(?: from)?/,
      /(?:is|are) now (?:handled|dealt with|managed) by/,
      /moved to (?:another|a different) (?:company|department|team)/,
      /does(?:n't| not) work here/,
    ],
    unless: /invoice (?:was|is) (?:sent|addressed) to the wrong/,
    asked: true,
  },
  {
    kind: 'wrong-contact',
    says: [
      /\b(?:contact|write to|email|e-mail|send|forward|direct|address|redirect|reach out to|copy in|use|speak to|resend)\b[^@]{0,80}?[\w.+-]+@[a-z0-9.-]+/,
    ],
    needs: /please|instead|should|must|all|future|kindly|contact|directly/,
    unless:
      /\b(?:bank details|iban|a copy|the invoice to me|credit note|proof)\b|\b(?:i|we)(?:'ve| have)? (?:sent|forwarded|emailed)\b/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'purchase-order' },
    says: [/\b(?:po|p\.o\.|purchase order)s?\b(?: (?:number|ref\w*|no))?/],
    needs:
      /\bno\b|missing|without|need|require|must|not (?:on|show|quot|contain|includ|mention|stated)|lack|doesn't|does not|n't|quote|add|state|reissue|rejected|what|which|blank/,
    unless: /price|never|did not order|didn't order|match|per unit|raised|quantity/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'chorus' },
    says: [/\bchorus\b/],
    needs: /must|please|only|should|not|need|require|via|through|upload|submit/,
    unless: /paid/,
    asked: true,
  },
  {
    kind: 'administrative',
    says: [
      /(?:supplier|vendor|procurement|invoice|invoicing) portal/,
      /\b(?:ariba|coupa|basware|tradeshift)\b/,
    ],
    needs: /must|please|only|should|\bnot\b|n't|need|requir|via|through|upload|submit|reject/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'approval' },
    says: [
      /(?:await|wait|pending|under|going through|needs?|requires?|still in|stuck in)\w*(?: (?:for|on|the|a|an|our|internal|final|manager|his|her|their|director))* (?:approv\w+|sign[- ]?off|authori[sz]ation|validation|signature)/,
      /not (?:yet )?(?:been )?(?:approved|signed off|authori[sz]ed|validated)/,
      /hasn't (?:yet )?been (?:approved|signed off|authori[sz]ed)/,
      /(?:with|for|in) (?:\w+ ){0,3}(?:approval|sign[- ]?off)\b/,
      /(?:needs?|has|have) to be (?:approved|signed off|authori[sz]ed)/,
      /yet to be (?:approved|signed)/,
    ],
  },
  {
    kind: 'administrative',
    params: { missing: 'mention' },
    says: [
      /invoices? [^.]{0,50}?(?:does not|doesn't|do not|fails to|must) (?:show|include|contain|mention|state|carry|bear|have)/,
      /(?:vat|tax|siret|registration|company) (?:number|id|address)\b[^.]{0,30}?(?:missing|wrong|incorrect|not|n't)/,
      /missing (?:the |your |our )?(?:vat|tax|siret|registration|billing address)/,
    ],
    unless: /price|quantity|discount|\bpo\b|purchase order/,
  },
]
