import type { ErrorRequestHandler, Response } from 'express'
import { translator } from '#app/i18n/catalogue.server.ts'
import { parseAcceptLanguage } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'
import { isFileTrouble } from '#app/tenancy/file-trouble.ts'
import type { Log } from './log.server.ts'

const RETRY_AFTER_S = '10'

/**
 * Answers where a company's file could not even be opened, so that no page can be drawn: a person
 * reads that it is noted and when to come again, a program gets a 503.
 */
export function troubleResponder(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent || !isFileTrouble(error)) return next(error)
    const requestId = response.locals['requestId'] as string
    log.error({ err: error, requestId }, 'a file could not be used')
    response.status(503).setHeader('Retry-After', RETRY_AFTER_S)
    response.setHeader('Cache-Control', 'no-store')
    if (request.accepts(['json', 'html']) === 'html')
      return void sendPage(response, parseAcceptLanguage(request.headers['accept-language']))
    response.type('application/problem+json')
    response.send(JSON.stringify({ type: 'about:blank', status: 503, code: 'unavailable' }))
  }
}

function sendPage(response: Response, language: Language): void {
  const t = translator(language)
  const { nonce, requestId } = response.locals as { nonce?: string; requestId: string }
  response.type('html').send(`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('errors.page503Title')}</title><style nonce="${nonce ?? ''}">
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center}
main{max-width:28rem;padding:2rem}h1{font-size:1.75rem;line-height:1.25;margin:0 0 .75rem}p{margin:0 0 1rem}small{color:#5b6462}a{color:#0f766e}
@media(prefers-color-scheme:dark){body{background:#0f1211;color:#e8eae9}small{color:#9aa3a0}a{color:#5eead4}}
</style></head><body><main><p><small>503</small></p><h1>${t('errors.page503Title')}</h1>
<p>${t('errors.page503Lead')}</p><p><a href="/">${t('errors.goHome')}</a></p>
<p><small>${t('errors.requestId', { id: requestId })}</small></p></main></body></html>`)
}
