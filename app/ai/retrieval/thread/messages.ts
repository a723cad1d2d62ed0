import type { SearchRequest, SearchResult } from '../search/result.ts'

/** What goes to the search thread. */
export type ToSearchThread =
  | { id: number; kind: 'search'; tenantId: string; path: string; request: SearchRequest }
  | { id: number; kind: 'forget'; tenantId: string }

/** What comes back, with the id of what was asked. */
export type FromSearchThread =
  | { id: number; ok: true; result: SearchResult | undefined; tookMs: number }
  | { id: number; ok: false; error: string }
