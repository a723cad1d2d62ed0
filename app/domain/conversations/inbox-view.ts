export const inboxTabs = ['unassigned', 'mine', 'all'] as const
export type InboxTab = (typeof inboxTabs)[number]

/** What the list is asked to show. A search looks through everything within reach, closed too. */
export type InboxView = {
  tab: InboxTab
  isClosed: boolean
  needsPerson: boolean
  search: string
}

/** Reads a view from an address; whatever does not fit becomes the default. */
export function parseInboxView(params: URLSearchParams): InboxView {
  const tab = inboxTabs.find((name) => name === params.get('tab')) ?? 'all'
  return {
    tab,
    isClosed: params.get('status') === 'closed',
    needsPerson: params.get('needs') === 'person',
    search: (params.get('q') ?? '').trim().slice(0, SEARCH_LENGTH_MAX),
  }
}

const SEARCH_LENGTH_MAX = 100

/** The view as an address query, without what is the default; '' or `?tab=mine`. */
export function inboxQuery(view: Partial<InboxView> & { cursor?: string }): string {
  const params = new URLSearchParams()
  if (view.tab && view.tab !== 'all') params.set('tab', view.tab)
  if (view.isClosed) params.set('status', 'closed')
  if (view.needsPerson) params.set('needs', 'person')
  if (view.search) params.set('q', view.search)
  if (view.cursor) params.set('cursor', view.cursor)
  const text = params.toString()
  return text && `?${text}`
}
