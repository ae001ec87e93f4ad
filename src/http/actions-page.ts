import { CHANNELS, euros, STATUSES, shortDate } from '../contract/words.ts'
import type { ListedAction } from '../store/screens/actions.ts'

/** The work list as a plain page, without script. */
export function actionsPage(actions: readonly ListedAction[]): string {
  const rows = actions.map(
    action => `<tr>
<td>${escapeHtml(action.id)}</td><td>${shortDate(action.askedOn)}</td><td>${escapeHtml(action.debtor)}</td>
<td>${escapeHtml(action.step)}</td><td>${escapeHtml(CHANNELS[action.channel])}</td>
<td>${escapeHtml(STATUSES[action.status])}</td>
<td>${escapeHtml(action.items.join(', '))}</td><td class="amount">${escapeHtml(euros(action.amountCents, action.currency))}</td></tr>`,
  )
  const body =
    rows.length === 0
      ? '<p>Aucune action : importez des factures (<code>quittance import invoices</code>), puis décidez la journée (<code>quittance run</code>).</p>'
      : `<table><thead><tr><th>N°</th><th>Demandée</th><th>Débiteur</th><th>Étape</th><th>Canal</th><th>État</th><th>Échéances</th><th class="amount">Montant</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quittance — liste de travail</title><style>${STYLE}</style></head>
<body><main><h1>Liste de travail</h1>
${body}
<p><a href="/api/actions?open">JSON</a> · <a href="/health">État</a></p></main></body></html>`
}

const STYLE = `:root{color-scheme:light dark;--canvas:#f6f5f2;--line:#e8e6e0;--text:#1b1a18;--quiet:#6a6760;--accent:#2f4fc4}
@media (prefers-color-scheme:dark){:root{--canvas:#121214;--line:#28282d;--text:#ecebe8;--quiet:#97958f;--accent:#9aacff}}
body{margin:0;background:var(--canvas);color:var(--text);font:13px/20px Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1200px;margin:0 auto;padding:24px}h1{font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.017em}
table{width:100%;border-collapse:collapse}th{font-size:12px;font-weight:500;color:var(--quiet);text-align:left}
th,td{padding:8px 16px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}.amount{text-align:right;font-weight:600;padding-right:0;white-space:nowrap}
a{color:var(--accent)}@media (max-width:700px){main{padding:16px}table{display:block;overflow-x:auto}}`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
