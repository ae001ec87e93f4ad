/** What English-speaking debtors write of money: paid, to be paid, in how many times, in plain letters. */
import { type Rule, words } from './reply-rules.ts'

const PAYMENT = '(?:payments?|transfers?|wires?|cheques?|checks?|remittances?)'
const WILL =
  "(?:will|'ll|shall|am going to|are going to|'re going to|'m going to|going to|am gonna|gonna|intend to|plan to|commit to)"
const ADVERBS =
  '(?: (?:be|now|then|of course|certainly|definitely|try to|make sure to|also|have|get|been|just|already|have already|all))*'
const PAY =
  '(?:pay(?:ing)?|paid|settle(?:d|ing)?|transfer(?:red|ring)?|wir(?:e|ed|ing)|remit(?:ted)?|process(?:ed)?|arrange(?:d)?|send(?:ing)?|sent|clear(?:ed)?|issue(?:d)?|make|made|release(?:d)?)'
/** `send`, `process`, `arrange` pay only with money beside them. */
const MONEY =
  /\b(?:pay(?:ing|ment|ments)?|paid|settle(?:d)?|balance|invoices?|money|transfer(?:red)?|wired?|funds|cheques?|checks?|amount|it|bacs|€|eur)\b/
const CONDITION =
  /\b(?:once(?! our| my)|as soon as|upon|until|unless|if|provided|after (?:you|we|receipt|the (?:repair|delivery|credit))|when (?:you|we|the|our)|only)\b/

export const ENGLISH_MONEY: readonly Rule[] = [
  {
    kind: 'promise',
    says: [words(`(?:\\bwe|\\bi|^|\\band|,) ?${WILL} ?${ADVERBS} ?${PAY}\\b`)],
    needs: MONEY,
    unless: new RegExp(
      `${CONDITION.source}|n't\\b|\\b(?:not|never|cannot|look into|investigate|copy|bank details)\\b`,
    ),
  },
  {
    kind: 'promise',
    says: [
      words(
        `(?:will|'ll|should|is going to|are going to)${ADVERBS} (?:be )?(?:paid|settled|transferred|wired|remitted|cleared|released)\\b`,
      ),
    ],
    unless: new RegExp(`${CONDITION.source}|n't\\b|\\b(?:not|never|cannot)\\b`),
  },
  {
    kind: 'promise',
    says: [
      words(
        `\\b${PAYMENT}\\b[^.]{0,50}?\\b(?:will|should|is going to|'ll) (?:be (?:made|sent|issued|processed|released|initiated|with you|done|credited|in your account)|go out|leave|follow|reach you|arrive)`,
      ),
      /(?:scheduled|due|set|planned|lined up) (?:for payment|to be paid|for the)/,
      /(?:is|are|been) scheduled\b/,
      /(?:next|our|coming|upcoming|this|\w+day's) (?:\w+ )?(?:payment|cheque|check|bacs|pay|supplier) run/,
      /expect (?:the |our |your )?(?:payment|funds|money)/,
      /(?:money|funds) (?:should|will) (?:be|reach|arrive|land)/,
      words(
        `you(?:'ll| will| should) (?:have|receive|get|see) (?:the |your |our )?(?:${PAYMENT}|money|funds)`,
      ),
    ],
    unless: new RegExp(`${CONDITION.source}|n't\\b|\\b(?:not|never|cannot)\\b`),
  },
  {
    kind: 'promise',
    says: [
      /\b(?:i|we) (?:can|could|am able to|are able to|am|are|hope to|expect to|aim to) (?:pay|paying|settle|settling|transfer|transferring|send)/,
      /^(?:paying|will pay|payment)\b/,
      /\b(?:sort|sorting|get|getting|do|doing)(?: \w+){0,2} (?:out|sorted|paid|done|cleared)\b/,
      /(?:paying|sending (?:the|you|a)|wiring|transferring|posting)\b/,
    ],
    needs: /\b(?:pay|paying|payment|settl\w+|transfer\w*|€|eur|euros?|balance)\b/,
    dated: true,
    unless: /\b(?:not|can't|cannot|until|unless|if)\b/,
  },
  {
    kind: 'promise',
    says: [/(?:will|'ll) (?:sort|do|get) (?:it|this|that|you)\b/],
    needs: /\b(?:sort|do) (?:it|this|that)\b|\bto you\b|paid\b|money/,
    dated: true,
    unless: /n't\b|\b(?:not|until|unless|if|answer|checked|copy|details|back to you)\b/,
  },
  {
    kind: 'already-paid',
    says: [
      /(?:\bwe|\bi|'ve|have|^|\bhas|company)(?: (?:have|'ve|had|has|already|actually|in fact|just|both|now|both of these|since|been|did|all))* ?(?:paid|settled|wired|remitted|transferred(?=.*(?:€|\beur|amount|payment|money|funds|balance|invoice)))\b/,
    ],
    unless:
      /n't\b|\b(?:not|never|until|be paid|once|if|when|customers?|clients? (?:has|have)|was to be|will|to be|thought|assumed|believed?|supposed|impression|half|than|twice)\b/,
  },
  {
    kind: 'already-paid',
    says: [
      /(?:was|were|is|has been|have been|been|already|got)(?: (?:already|fully|actually|all|in fact))* (?:paid|settled|cleared|wired|remitted)\b/,
      words(
        `\\b(?:${PAYMENT}|money|funds)\\b[^.]{0,40}?(?:was|were|has been|have been|has|have|already|went|is) ?(?:already |just )?(?:sent|made|posted|mailed|issued|left|gone out|out|executed|debited|cleared|completed|initiated|processed|done|on its way|in the (?:post|mail))`,
      ),
      words(
        `(?:^|we|i|'ve|have|already) (?:already |just )?(?:made|sent|posted|mailed|issued|initiated|completed|transferred)\\b[^.]{0,30}?(?:${PAYMENT}|money|funds|amount|balance)`,
      ),
      /\b(?:half|part|some|most|all) of (?:it|this|that|them|the (?:balance|amount|invoice)) (?:went out|has gone|was (?:sent|paid)|has been (?:sent|paid)|left)/,
      /(?:proof of|confirmation of|remittance advice|payment confirmation)/,
    ],
    unless:
      /n't\b|'ll\b|\b(?:not|never|until|once|if|when|returned|bounced|rejected|will|to be|should be|please send|could you|can you|need|waiting|delivery|thought|assumed|believed?|supposed|impression|failed)\b/,
  },
  {
    kind: 'plan-request',
    says: [
      /\b(?:instal+ments?|payment plan|payment schedule|pay (?:it |this |the \w+ )?(?:off )?(?:in|over) (?:\d+|two|three|four|five|six|several|a few)|(?:spread|split|stagger)\w*[^.]{0,30}(?:payments?|over|months?|cost|it|balance|amount)|(?:each|every|per|a) month\b|(?:\d+|two|three|four|six) (?:monthly |equal )?payments|monthly (?:payments?|basis|amount)|\b(?:defer|postpone|delay|push back)(?: the| this| our)? payment|in stages|bit by bit|(?:€|eur) ?\d+ ?(?:a|per|each|every|\/) ?(?:month|week))/,
    ],
    unless: /not accept|no instal|no need|every month (?:we|you|i) |invoices? (?:each|every|per) month/,
    asked: true,
  },
  {
    kind: 'plan-request',
    says: [
      /(?:give|grant|allow|need|have|get|ask(?:ing)? for|request)\w*[^.]{0,40}?(?:more time|extension|extra (?:time|days|weeks?)|additional time|a (?:little|bit) (?:more|longer)|until|few (?:more )?(?:days|weeks)|another (?:\w+|\d+) (?:days|weeks|months)|grace)/,
      /bear with us until/,
      /wait until/,
    ],
    unless: /we (?:will|have) not|never|no need|answer|check|get back/,
    asked: true,
  },
  {
    kind: 'plan-request',
    says: [
      /\b(?:the (?:rest|balance|remainder|remaining|other half)|remaining (?:amount|balance))\b[^.]{0,40}?\b(?:at|on|by|in|next|end|later|month|week|after)\b/,
    ],
    undated: true,
    needs: /\d|half|deposit/,
    unless: /already|delivered|goods|order/,
    asked: true,
  },
]
