import { createReadableStreamFromReadable } from '@remix-run/node'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { PassThrough } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import type { Language } from '#app/i18n/languages.ts'
import { textsNamedBy } from '#app/i18n/browser-messages.server.ts'
import { messagesFor } from '#app/i18n/catalogue.server.ts'
import { readReader } from '#app/server/reader.server.ts'
import { islandsReady } from './ui/island.tsx'
import { MessageSourceProvider } from './ui/message-map.tsx'
import { NonceProvider } from './ui/nonce.tsx'
import { RequestIdProvider } from './ui/request-id.tsx'
import { I18nProvider } from './ui/i18n-provider.tsx'

/** Where the build has put each language's sentences; set by scripts/pages/message-imports. */
declare const __MESSAGE_FOLDERS__: Record<Language, string>

const RENDER_MAX_MS = 10_000
const RETRY_AFTER_S = '10'

/** Renders a page; crawlers get it whole, people as soon as the shell is ready. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { baraza }: AppLoadContext,
): Promise<Response> {
  const { language, timeZone, currency } = readReader(
    baraza,
    request.headers.get('accept-language'),
  )
  const { loaderData, actionData } = remixContext.staticHandlerContext
  const named = textsNamedBy([loaderData, actionData], language)
  const whenReady = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
  await islandsReady()
  return new Promise((resolve, reject) => {
    let responseStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={baraza.cspNonce}>
        <I18nProvider {...{ language, timeZone, currency }} messages={messagesFor(language)}>
          <MessageSourceProvider value={{ folder: __MESSAGE_FOLDERS__[language], named }}>
            <RequestIdProvider value={baraza.requestId}>
              <RemixServer context={remixContext} url={request.url} nonce={baraza.cspNonce} />
            </RequestIdProvider>
          </MessageSourceProvider>
        </I18nProvider>
      </NonceProvider>,
      {
        nonce: baraza.cspNonce,
        [whenReady]() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          if (responseStatus === 503) headers.set('Retry-After', RETRY_AFTER_S)
          headers.set('Cache-Control', headers.get('Cache-Control') ?? 'private, no-store')
          const stream = createReadableStreamFromReadable(body)
          resolve(new Response(stream, { headers, status: responseStatus }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          responseStatus = 500
          baraza.services.log.error({ err: error, requestId: baraza.requestId }, 'render failed')
        },
      },
    )
    setTimeout(abort, RENDER_MAX_MS).unref()
  })
}

/**
 * A page's data is for who asked and for now. It may be kept until the link that it was fetched
 * ahead for is followed, which `no-store` would forbid.
 */
export function handleDataRequest(response: Response): Response {
  if (!response.headers.has('Cache-Control'))
    response.headers.set('Cache-Control', 'private, no-cache')
  return response
}

/** What a loader or action did not expect. Thrown responses and aborted requests are no errors. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted || !context.baraza) return
  const { services, requestId, surface } = context.baraza
  const isExpected = !(error instanceof Error) || error.name === 'ErrorResponseImpl'
  if (isExpected) return
  services.log.error({ err: error, requestId, surface }, 'page failed')
}
