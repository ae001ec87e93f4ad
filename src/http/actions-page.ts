import { isWaiting } from '../domain/case/status.ts'
import type { ListedAction } from '../store/screens/actions.ts'
import { amountText, dateText, type Language, phrases, SEPARATOR } from '../words/language.ts'
import { reasonSentence } from '../words/reasons.ts'
import { CHANNELS, STAGES, STATUSES } from '../words/words.ts'

const PHRASES = phrases(
  {
    title: 'Liste de travail',
    none: 'Aucune action : importez des factures (<code>quittance import invoices</code>), puis décidez la journée (<code>quittance run</code>).',
    waiting: 'À traiter',
    nothingWaits: 'Rien n’attend : la journée est à jour.',
    past: 'Historique',
    health: 'État',
    columns: ['N°', 'Débiteur', 'Étape', 'Canal', 'État', 'Demandée', 'Échéances'],
    amount: 'Montant',
  },
  {
    title: 'Work list',
    none: 'No action: import invoices (<code>quittance import invoices</code>), then decide the day (<code>quittance run</code>).',
    waiting: 'To deal with',
    nothingWaits: 'Nothing waits: the day is up to date.',
    past: 'History',
    health: 'Health',
    columns: ['ID', 'Debtor', 'Step', 'Channel', 'State', 'Asked', 'Items'],
    amount: 'Amount',
  },
)

/** The work list as a plain page, without script: what waits first, then what was done. */
export function actionsPage(actions: readonly ListedAction[], language: Language): string {
  const say = PHRASES[language]
  const waiting = actions.filter(isWaiting).sort((a, b) => b.amountCents - a.amountCents)
  const past = actions.filter(action => !isWaiting(action))
  const body =
    actions.length === 0
      ? `<p>${say.none}</p>`
      : section(say.waiting, waiting, say.nothingWaits, language) + section(say.past, past, '–', language)
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quittance — ${say.title.toLowerCase()}</title><style>${STYLE}</style></head>
<body><main><h1>${say.title}</h1>
${body}
<p><a href="/api/actions?open">JSON</a> · <a href="/health">${say.health}</a></p></main></body></html>`
}

function section(title: string, actions: readonly ListedAction[], empty: string, language: Language): string {
  const { columns, amount } = PHRASES[language]
  const heads = columns.map(column => `<th>${column}</th>`).join('')
  const rows = actions.map(action => row(action, language)).join('\n')
  const table = `<table><thead><tr>${heads}<th class="amount">${amount}</th></tr></thead><tbody>${rows}</tbody></table>`
  return `<h2>${title}</h2>\n${actions.length === 0 ? `<p>${empty}</p>` : table}`
}

function row(action: ListedAction, language: Language): string {
  const why = action.because.map(reason => reasonSentence(reason, language)).join(SEPARATOR[language])
  const amount = amountText(action.amountCents, action.currency, language)
  return `<tr><td>${escapeHtml(action.id)}</td>
<td><strong>${escapeHtml(action.debtor)}</strong>${why && isWaiting(action) ? `<br><small>${escapeHtml(why)}</small>` : ''}</td>
<td>${escapeHtml(STAGES[action.stage][language])} <small>${escapeHtml(action.step)}</small></td><td>${escapeHtml(CHANNELS[action.channel][language])}</td>
<td>${escapeHtml(STATUSES[action.status][language])}</td><td>${dateText(action.askedOn, language)}</td>
<td>${escapeHtml(action.items.join(', '))}</td><td class="amount">${escapeHtml(amount)}</td></tr>`
}

const STYLE = `:root{color-scheme:light dark;--canvas:#f6f5f2;--line:#e8e6e0;--text:#1b1a18;--quiet:#6a6760;--accent:#2f4fc4}
@media (prefers-color-scheme:dark){:root{--canvas:#121214;--line:#28282d;--text:#ecebe8;--quiet:#97958f;--accent:#9aacff}}
body{margin:0;background:var(--canvas);color:var(--text);font:13px/20px Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1200px;margin:0 auto;padding:24px}h1{font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.017em}
h2{font-size:14px;line-height:32px;font-weight:600;margin:16px 0 0}small{font-size:12px;line-height:16px;color:var(--quiet)}strong{font-weight:550}
table{width:100%;border-collapse:collapse}th{font-size:12px;font-weight:500;color:var(--quiet);text-align:left}
th,td{padding:8px 16px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}td.amount{font-weight:600}.amount{text-align:right;padding-right:0;white-space:nowrap}
a{color:var(--accent)}@media (max-width:700px){main{padding:16px}table{display:block;overflow-x:auto}}`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
