/** What English-speaking debtors write when they contest an invoice, in plain letters. */
import { type Rule, words } from './reply-rules.ts'

const GOODS =
  '(?:goods|orders?|deliver(?:y|ies)|parcels?|packages?|shipments?|items?|products?|equipment|machines?|services?|work|works|boxes|pallets?|parts|materials?|training|installation|website|project|repairs?|jobs?|engineer|technician|driver)'

export const ENGLISH_DISPUTES: readonly Rule[] = [
  {
    kind: 'dispute',
    params: { reason: 'duplicate' },
    says: [
      /\b(?:duplicates?|duplicated)\b/,
      /(?:invoiced|billed|charged)(?: us| me)?(?: for)?(?: \w+){0,4} twice/,
      /already (?:been )?(?:invoiced|billed)/,
      /same invoice/,
      /double[- ](?:billed|charged|invoiced|billing)/,
    ],
    unless:
      /(?:send|provide|need|receive)[^.]{0,20}duplicate|duplicate (?:copy|payment)|duplicate of the invoice (?:please|so)/,
  },
  {
    kind: 'dispute',
    params: { reason: 'wrong-quantity' },
    says: [
      /(?:charg|bill|invoic)\w*[^.]{0,30}?\b\d+\b[^.]{0,60}?(?:but|instead of|while|whereas|only|when|rather than|and we)[^.]{0,60}?\b\d+\b(?! ?(?:€|eur|%))/,
      /\d+ (?:hours|days|units|pieces)[^.]{0,60}?(?:but|instead of|not|rather|invoice)[^.]{0,40}? \d+ (?:hours|days|units|pieces)/,
      /(?:wrong|incorrect) (?:quantit\w+|number of)/,
      /quantit\w+ (?:\w+ ){0,4}(?:wrong|incorrect|does not match|doesn't match|differ)/,
      /only (?:received|delivered|got) \d+(?! ?(?:€|eur))/,
    ],
    unless: /(?:€|£|\$) ?\d|\d ?(?:€|eur(?:os?)?\b)/,
  },
  {
    kind: 'dispute',
    params: { reason: 'wrong-price' },
    says: [
      /\b(?:prices?|rates?|amounts?|total|discount|rebate|unit price)\b[^.]{0,50}?(?:not match|n't match|wrong|incorrect|higher than|not what|n't what|different|not (?:been )?applied|missing|not (?:the )?(?:agreed|correct|right)|n't (?:right|correct|applied|been applied|agree)|mistake|error)/,
      /(?:wrong|incorrect) (?:price|amount|rate|total)/,
      /overcharg/,
      /over-charg/,
      /(?:more|higher) than (?:agreed|quoted|the quote)/,
      /(?:agreed|quoted)[^.]{0,40}?(?:€|eur|euros?)/,
      /old (?:price|rate|tariff)/,
      /\bquoted\b[^.]{0,20}\d[^.]{0,30}\b(?:billed|charged|invoiced)\b[^.]{0,12}\d/,
      /(?:contract|quote|agreement|order) (?:says|said|states|stated|was for|shows)[^.]{0,30}\d/,
      /(?:price|rate) increase/,
      /(?:forgot|forgotten|left out|omitted)[^.]{0,25}(?:discount|rebate)/,
      /pricing (?:error|mistake|issue)/,
      /charged too much/,
    ],
    unless: /not dispute|no dispute|agreed to pay|agreed a payment/,
  },
  {
    kind: 'dispute',
    params: { reason: 'not-ordered' },
    says: [
      /(?:never|not ever) (?:\w+ )?(?:asked for|ordered|requested|signed|authori[sz]ed|heard of|dealt with|used your)\b/,
      /(?:never|not|n't)(?: \w+)? (?:order(?:ed)?|request(?:ed)?|ask(?:ed)? for|signed|subscribe\w*|authori[sz]ed?) (?:this|these|that|any|it|those|anything|your|for|the|such|up)\b/,
      /\b(?:nobody|no one|none of us)(?: (?:here|in|at|our|my|the|office|team|company|department))* (?:ever )?(?:ordered|requested|signed|asked for)\b/,
      /no (?:order|contract|purchase) (?:was|were|has been|with you)/,
      /without (?:our|my) (?:consent|agreement)/,
    ],
    unless: /approval|purchase order number|approved|signed off|authori[sz]ed (?:it |this )?for payment/,
  },
  {
    kind: 'dispute',
    params: { reason: 'not-delivered' },
    says: [
      /(?:never|not|n't|nothing)(?: (?:yet|been|ever|all|fully|even|was|has))* (?:received?|delivered|deliver|arrived?|completed?|finished|performed|provided|shipped|installed|carried out|done|turned up|got)\b/,
      words(
        `(?:${GOODS})[^.]{0,30}?\\b(?:missing|lost|incomplete|undelivered|short|unfinished|outstanding|(?:never|not|n't) (?:\\w+ )?(?:arriv\\w+|complet\\w+|deliver\\w+|receiv\\w+))`,
      ),
      words(`(?:still|are) waiting (?:for|on) (?:the |our |your )?(?:${GOODS})`),
      /part(?:ial|ly)? deliver\w+/,
      /short[- ]deliver\w+/,
      /non[- ]delivery/,
    ],
    needs: new RegExp(`\\b${GOODS}\\b|deliver|half`),
    unless:
      /(?:received?|got|get|had)(?: (?:the|this|that|your|any|a|an|our|either|copy|of))* (?:invoices?|emails?|reply|replies|answers?|response|credit|payment|reminders?|bank|statement|copy)|payment (?:has|is|was) not|purchase order|order number|\bpo\b|invoice (?:has|was|is) (?:not|never)/,
  },
  {
    kind: 'dispute',
    params: { reason: 'defective' },
    says: [
      /\b(?:damaged|defective|faulty|broken|does(?:n't| not) work|not working|stopped working|broke down|poor quality|bad quality|unusable|leak\w*|scratched|cracked|substandard|not up to (?:standard|spec\w*)|not (?:as described|fit for purpose|satisf\w+)|unsatisfactory|shoddy|peel\w*|malfunction\w*|rusty|torn|smashed|dented|bugs|re-?do(?:ne)?|substandard|useless|flaw\w*|out of date|expired goods)\b/,
    ],
    unless: /(?:link|portal|website|site|system|email|button|attachment|pdf|phone)\b/,
  },
  {
    kind: 'dispute',
    params: { reason: 'cancelled' },
    says: [
      /(?:order|contract|subscription|booking|service|job)s? (?:\w+ ){0,4}(?:cancel+ed|terminated)/,
      /(?:cancel+ed|terminated|ended) (?:the|this|our|that|my|your) (?:order|contract|subscription|booking|service|job)/,
    ],
  },
  {
    kind: 'dispute',
    params: { reason: 'credit-expected' },
    says: [
      /\bcredit (?:notes?|memos?)\b/,
      /(?:issue|expect|promised|owe|waiting for|await)\w*[^.]{0,20} a credit\b/,
    ],
    unless: /(?:deduct\w*|less|minus|taking into account|net of|applied|received your credit|thank)/,
    asked: true,
  },
  {
    kind: 'dispute',
    params: { reason: 'wrong-party' },
    says: [
      /invoice (?:is|was)(?:n't| not) (?:ours|mine|for (?:us|me))/,
      /invoice (?:is|was) (?:not (?:ours|for us|mine|for me)|for (?:another|a different)|issued to the wrong)/,
      /(?:not|n't) (?:our|my) (?:invoice|debt|company|account)/,
      /wrong (?:company|entity|legal entity|customer)/,
      /(?:not|never)(?: been)? (?:a )?customers? of yours/,
      /not your customer/,
      /nothing to do with (?:us|me|our)/,
    ],
  },
  {
    kind: 'dispute',
    params: { reason: 'other' },
    says: [
      /\b(?:disput(?:e|ed|ing)|contest(?:ed|ing)?|in dispute|disagree|complaint)\b/,
      /not what (?:we|i)(?: had)? (?:ordered|asked for)/,
      /wrong (?:items?|products?|goods|colou?r|size|model|parts?|order)/,
      /withhold\w*[^.]{0,15} payment/,
      /payment (?:is )?on hold/,
    ],
    unless:
      /(?:not|n't|never|no longer|nothing to)(?: (?:in|being|currently|going to|actually|under|a))* (?:disput|contest|disagree)|no (?:dispute|complaint)|without dispute|dispute (?:was|is|has been) (?:resolved|settled|closed)|\bif (?:you|we)\b/,
    asked: true,
  },
]
