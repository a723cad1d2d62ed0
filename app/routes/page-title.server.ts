import type { LoaderFunctionArgs } from '@remix-run/node'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { MessageValues } from '#app/i18n/format-message.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import { readReader } from '#app/server/reader.server.ts'

/**
 * The text of the browser's tab in the reader's language: `Sign in · Savanna`. A loader returns
 * it as `title` and the page exports `titleMeta`.
 */
export function pageTitle(
  { context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>,
  key: MessageKey,
  values?: MessageValues,
): string {
  const reader = readReader(context.baraza, request.headers.get('accept-language'))
  return `${translator(reader.language)(key, values)} · ${reader.brand.name}`
}
