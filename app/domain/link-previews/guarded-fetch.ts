/** Why nothing came back. All but the last two will not get better by asking again soon. */
export type FetchFailure =
  | 'bad_address'
  | 'private_address'
  | 'too_many_redirects'
  | 'wrong_type'
  | 'too_large'
  | 'encoded'
  | 'refused'
  | 'unreachable'
  | 'timeout'

export type FetchWish = {
  /** media types that are read at all, such as `text/html` */
  types: RegExp
  bytesMax: number
  /** more bytes than that: `cut` keeps the beginning, `refuse` keeps nothing */
  whenLarger: 'cut' | 'refuse'
}

export type Fetched =
  | {
      ok: true
      /** where it was found in the end */
      url: string
      /** media type without parameters, lower case */
      mimeType: string
      charset: string | undefined
      bytes: Buffer
    }
  | { ok: false; reason: FetchFailure }

/**
 * Asks for an address that a stranger chose. There is one way to do so in the product, and it
 * reaches nothing but the open internet.
 */
export type GuardedFetch = (url: string, wish: FetchWish) => Promise<Fetched>
