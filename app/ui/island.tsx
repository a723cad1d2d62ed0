import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ComponentType, FunctionComponent } from 'react'

/** At the latest so long after the page has loaded. */
const REST_MAX_MS = 2_000
const RETRY_MS = 1_000
const RETRY_MAX_MS = 60_000
/** So long a page that was gone to waits for its parts; without them it is shown in part. */
const WAIT_MAX_MS = 2_000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'focusin', 'scroll'] as const

type PropsOf<Part> = Part extends ComponentType<infer Props> ? Props & object : never

const loaders: (() => Promise<unknown>)[] = []

/**
 * A part of a page that is in the page from the start, and whose script comes when the page is at
 * rest or somebody begins to use it. Until then it is what the server has drawn, and does what a
 * page without a script does: links lead, forms send, `<details>` open. Then it is drawn anew in
 * one go, with what was opened and typed. (Suspended hydration would do without that, but React
 * gives it up with every change of the router's state that comes before the script.)
 *
 * @param load the module of the part; parts of one module are fetched together
 */
export function island<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
): FunctionComponent<PropsOf<Module[Name]>> {
  type Props = PropsOf<Module[Name]>
  let ready: ComponentType<Props> | undefined
  let coming: Promise<void> | undefined
  const prepare = () =>
    (coming ??= persist(load).then((module) => {
      ready = module[name] as ComponentType<Props>
    }))
  loaders.push(prepare)

  return function Island(props: Props) {
    const [isAlive, setAlive] = useState(ready !== undefined)
    const drawn = useRef<HTMLDivElement>(null)
    const alive = useRef<HTMLDivElement>(null)
    const carryOver = useRef<(into: HTMLElement) => void>()
    useEffect(() => {
      if (isAlive) return
      let isGone = false
      void atRest.then(prepare).then(() => {
        if (isGone) return
        carryOver.current = drawn.current ? stateOf(drawn.current) : undefined
        startTransition(() => setAlive(true))
      })
      return () => {
        isGone = true
      }
      // eslint-disable-next-line react-hooks/exhaustive-deps -- once
    }, [])
    useLayoutEffect(() => {
      if (isAlive && alive.current) carryOver.current?.(alive.current)
    }, [isAlive])
    const Part = ready
    if (!isAlive || !Part)
      return (
        <div
          ref={drawn}
          className="contents"
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: '' }}
        />
      )
    return (
      <div ref={alive} key="alive" className="contents">
        <Part {...props} />
      </div>
    )
  }
}

const FOCUSABLE = 'a, button, input, select, textarea, summary, [tabindex]'

/** What somebody has done in a part that is not alive yet; gives it to the same part drawn anew. */
function stateOf(drawn: HTMLElement): (into: HTMLElement) => void {
  const focused = [...drawn.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement as Element)
  return (into) => {
    const folds = into.querySelectorAll('details')
    drawn.querySelectorAll('details').forEach((fold, at) => {
      const same = folds[at]
      if (same) same.open = fold.open
    })
    const fields = into.querySelectorAll<HTMLInputElement>('input, select, textarea')
    drawn.querySelectorAll<HTMLInputElement>('input, select, textarea').forEach((field, at) => {
      const same = fields[at]
      if (same?.name !== field.name || field.type === 'file') return
      same.value = field.value
      same.checked = field.checked
    })
    into.querySelectorAll<HTMLElement>(FOCUSABLE)[focused]?.focus({ preventScroll: true })
  }
}

/**
 * Fetches what all parts known so far need: before the server draws a page, and before a page is
 * shown that was gone to.
 */
export async function islandsReady(): Promise<void> {
  await Promise.all(loaders.map((prepare) => prepare()))
}

/** The same for a page that is gone to, as long as somebody would wait. */
export async function islandsAtHand(): Promise<void> {
  await Promise.race([islandsReady(), sleep(WAIT_MAX_MS)])
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** A connection that is lost for a moment is no reason to take the page down. */
async function persist<Module>(load: () => Promise<Module>): Promise<Module> {
  for (let wait = RETRY_MS; ; wait = Math.min(wait * 2, RETRY_MAX_MS)) {
    try {
      return await load()
    } catch (error) {
      if (typeof document === 'undefined') throw error
      await sleep(wait)
    }
  }
}

const atRest = typeof document === 'undefined' ? Promise.resolve() : waitForRest()

function waitForRest(): Promise<void> {
  return new Promise<void>((resolve) => {
    const done = () => resolve()
    const whenIdle = () => {
      if ('requestIdleCallback' in window) requestIdleCallback(done, { timeout: REST_MAX_MS })
      else setTimeout(done)
    }
    if (document.readyState === 'complete') whenIdle()
    else addEventListener('load', whenIdle, { once: true })
    for (const sign of SIGNS_OF_LIFE)
      addEventListener(sign, done, { once: true, passive: true, capture: true })
  })
}
