import type { HeadersFunction, MetaFunction } from '@remix-run/node'

/** Shows the `title` that a loader made with `pageTitle`. */
export const titleMeta: MetaFunction = ({ data }) => {
  const title = (data as { title?: string } | undefined)?.title
  return [{ title: title ?? 'Baraza' }]
}

/** Lets what an action says about its answer (Retry-After) reach the browser. */
export const actionHeaders: HeadersFunction = ({ actionHeaders: headers }) => headers
