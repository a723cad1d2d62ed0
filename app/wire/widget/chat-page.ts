import type { Response } from 'express'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import type { WireRoute } from '../declaration.ts'

/** The chat as a page on the company's own host, for companies without a website. */
export const chatPageRoute: WireRoute = {
  ...{ surface: 'portal', method: 'GET', path: '/chat', access: 'public' },
  ...{ csrf: false, body: 'none' },
  run(_request, response, { portal }) {
    const endpoints = portal ? listEndpoints(portal.db) : []
    const chat = endpoints.find((one) => one.channel === 'web-chat' && one.status === 'active')
    if (!portal || !chat) return void response.status(404).type('text/plain').send('Not found')
    const { name, language: own } = getCompany(portal.db)
    const language = isLanguage(own) ? own : 'en'
    const title = translator(language)('widget.title', { company: name })
    response.type('html').send(page(response, { key: chat.key, language, title }))
  },
}

function page(
  response: Response,
  { key, language, title }: { key: string; language: string; title: string },
): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${escape(title)}</title><style nonce="${String(response.locals['nonce'])}">
:root{color-scheme:light dark}html,body{height:100%;margin:0}body{background:light-dark(#f7f7f8,#0e1012)}
baraza-chat{display:block;height:100dvh}</style></head>
<body><script src="/widget.js" data-key="${escape(key)}" data-language="${language}" data-mode="page"></script></body></html>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
