/**
 * For addresses that are only posted to. The route table refuses a GET before this runs; a page
 * without a loader would not be asked at all.
 */
export function postOnlyLoader(): never {
  throw new Response(null, { status: 404 })
}
