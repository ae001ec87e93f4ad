import { emailFrame } from './email-frame.ts'
import { escapeHtml } from './html.ts'
import type { RenderedMessage } from './message.ts'

const MARK = '[ESSAI]'
/** For the colleague who asked for it, whatever the language of the message. */
const BANNER = 'ESSAI – aucun message n’a été envoyé au débiteur'
const ENGLISH = 'TEST – no message was sent to the debtor'
const STYLE =
  'margin:0;padding:12px 16px;background:#8a1c1c;color:#ffffff;font:bold 16px/1.4 sans-serif;text-align:center'

/** A message as a test of it: marked in its subject, and above its words in both parts. */
export function asTest<Message extends RenderedMessage>(message: Message): Message {
  const { language, subject, text, html } = message
  const banner = language === 'fr' ? BANNER : `${BANNER} / ${ENGLISH}`
  const body = html === '' ? `<p>${escapeHtml(text)}</p>` : html
  const page = body.includes('<body>') ? body : emailFrame(subject, '', body, language)
  return {
    ...message,
    subject: `${MARK} ${subject}`.trim(),
    text: `*** ${banner} ***\n\n${text}`,
    html: page.replace('<body>', `<body>\n<div style="${STYLE}">${banner}</div>`),
  }
}
