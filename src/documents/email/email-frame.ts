import type { Language } from '../../domain/language.ts'
import { escapeHtml } from './html.ts'

/** One page around the body: nothing is fetched from elsewhere, no script; readable on a phone and in dark mode. */
export function emailFrame(subject: string, creditor: string, body: string, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="page">
<p class="creditor">${escapeHtml(creditor)}</p>
${body}
</div>
</body>
</html>
`
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #ffffff; color: #1b1f24; font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
.page { max-width: 600px; margin: 0 auto; padding: 24px 16px; }
.creditor { margin: 0 0 24px; padding-bottom: 12px; border-bottom: 2px solid #1b1f24; font-weight: bold; }
p { margin: 0 0 16px; }
table { width: 100%; border-collapse: collapse; margin: 0 0 16px; font-variant-numeric: tabular-nums; }
th { text-align: left; font-size: 13px; font-weight: normal; color: #57606a; }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid #d0d7de; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; text-align: right; white-space: nowrap; }
small { font-size: 13px; color: #57606a; }
.total td { border-bottom: 0; font-weight: bold; }
.button { display: inline-block; padding: 12px 20px; border-radius: 4px; background: #1f5f8b; color: #ffffff; font-weight: bold; text-decoration: none; }
.code img { display: block; margin: 0 0 8px; border: 0; }
.payment { padding: 12px 16px; border-left: 3px solid #57606a; background: #f3f5f7; overflow-wrap: anywhere; }
@media (max-width: 420px) {
.items, .sums { font-size: 14px; }
.items small { font-size: 12px; }
th, td { padding-right: 8px; }
}
@media (prefers-color-scheme: dark) {
body { background: #14171a; color: #e6e8ea; }
.creditor { border-color: #e6e8ea; }
th, small { color: #a4adb6; }
th, td { border-color: #3a4148; }
.total td { border-bottom: 0; }
.payment { background: #20252a; border-color: #a4adb6; }
}
@media print {
body { font-size: 11pt; background: #ffffff; color: #000000; }
.page { max-width: none; padding: 0; }
}
`
