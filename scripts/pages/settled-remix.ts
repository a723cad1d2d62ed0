import type { Plugin } from 'vite'

type Settled = { file: string; replace: [from: string | RegExp, to: string][] }

const SINGLE_FETCH = /(?:window\.__remixContext\.|context\.)?\bfuture\.v3_singleFetch\b/g
const SPA_MODE = /window\.__remixContext\.isSpaMode/g

/** What is decided for this product once and for all, as it stands in Remix's own files. */
const settled: Settled[] = [
  {
    file: 'fog-of-war.js',
    replace: [['return future.v3_lazyRouteDiscovery === true && !isSpaMode', 'return false']],
  },
  {
    file: 'routes.js',
    replace: [
      [SINGLE_FETCH, 'true'],
      ['if (typeof singleFetch === "function")', 'if (true)'],
    ],
  },
  {
    file: 'browser.js',
    replace: [
      [SINGLE_FETCH, 'true'],
      [SPA_MODE, 'false'],
    ],
  },
  { file: 'components.js', replace: [[SINGLE_FETCH, 'true']] },
  { file: 'links.js', replace: [[SINGLE_FETCH, 'true']] },
]

/**
 * Tells the browser's build which of Remix's ways are taken, so that it leaves out the others:
 * finding routes piece by piece, asking each loader by itself, pages without a server. The
 * settings of `vite.config.ts` say the same at run time, when it is too late to leave code out.
 */
export function settledRemix(): Plugin {
  return {
    name: 'baraza:settled-remix',
    apply: 'build',
    transform(code, id, options) {
      if (options?.ssr) return null
      const one = settled.find(({ file }) => id.endsWith(`@remix-run/react/dist/esm/${file}`))
      return one ? { code: settle(code, one), map: null } : null
    },
  }
}

function settle(code: string, { file, replace }: Settled): string {
  return replace.reduce((text, [from, to]) => {
    const next = text.replace(from, to)
    if (next === text) throw new Error(`${file} of Remix is not what it was: ${String(from)}`)
    return next
  }, code)
}
