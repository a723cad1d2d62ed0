import type { Language } from '#app/i18n/languages.ts'

/** What a mail says, before it is text or HTML. */
export type Letter = {
  subject: string
  greeting: string
  paragraphs: string[]
  action?: { label: string; url: string }
  list?: { label: string; url: string }[]
  small?: string[]
  footer: string
}

export function renderText(letter: Letter): string {
  const { greeting, paragraphs, action, list = [], small = [], footer } = letter
  const parts = [
    greeting,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...list.map(({ label, url }) => `${label}\n${url}`),
    ...small,
    `-- \n${footer}`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** One column, no pictures, nothing fetched; every value escaped. */
export function renderHtml(letter: Letter, language: Language): string {
  const { subject, greeting, paragraphs, action, list = [], small = [], footer } = letter
  const body = [
    paragraph(greeting),
    ...paragraphs.map((text) => paragraph(text)),
    ...(action ? [button(action.label, action.url)] : []),
    ...list.map(({ label, url }) => entry(label, url)),
    ...small.map((text) => paragraph(text, 'color:#5f6b6d;font-size:14px')),
  ]
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#f4f5f6;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;color:#16201f">
<div style="max-width:520px;margin:0 auto;background:#ffffff;border:1px solid #dfe3e4;border-radius:12px;padding:28px 28px 12px">
<p style="margin:0 0 20px;font-weight:600;color:#0f6471">Baraza</p>
${body.join('\n')}
</div>
<p style="max-width:520px;margin:16px auto 0;color:#5f6b6d;font-size:13px">${escapeHtml(footer)}</p>
</body></html>
`
}

export function escapeHtml(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => entities[sign as keyof typeof entities])
}

function paragraph(text: string, style = ''): string {
  return `<p style="margin:0 0 16px;${style}">${escapeHtml(text)}</p>`
}

function button(label: string, url: string): string {
  const look =
    'display:inline-block;background:#0f6471;color:#ffffff;font-weight:600;text-decoration:none;padding:11px 18px;border-radius:8px'
  const link = escapeHtml(url)
  return `<p style="margin:0 0 12px"><a href="${link}" style="${look}">${escapeHtml(label)}</a></p>
<p style="margin:0 0 20px;font-size:13px;color:#5f6b6d;word-break:break-all">${link}</p>`
}

function entry(label: string, url: string): string {
  const link = escapeHtml(url)
  return `<p style="margin:0 0 14px"><strong>${escapeHtml(label)}</strong><br><a href="${link}" style="color:#0f6471">${link}</a></p>`
}
