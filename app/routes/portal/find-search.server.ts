const SEARCH_MAX = 100

/** What is looked for, as it stands in the address. */
export function readSearch(request: Request): string {
  const query = new URL(request.url).searchParams
  return (query.get('q') ?? '').trim().slice(0, SEARCH_MAX)
}
