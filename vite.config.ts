import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { joinedChunks } from './scripts/pages/joined-chunks.ts'
import { messageImports } from './scripts/pages/message-imports.ts'
import { iconSheet } from './scripts/pages/icon-sheet.ts'
import { settledRemix } from './scripts/pages/settled-remix.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * Server modules are not bundled into the pages: Node runs them from source, and the pages share
 * the very instances the server uses (open handles, signals, prepared statements).
 */
function serverModulesStayOutside(): Plugin {
  return {
    name: 'baraza:server-modules-stay-outside',
    enforce: 'pre',
    apply: 'build',
    resolveId(id, _importer, options) {
      const isServerModule = id.startsWith('#app/') && id.endsWith('.server.ts')
      return isServerModule && options.ssr ? { id, external: true } : null
    },
  }
}

const isTest = process.env.VITEST !== undefined

export default defineConfig({
  plugins: isTest
    ? []
    : [
        serverModulesStayOutside(),
        iconSheet(),
        settledRemix(),
        messageImports(),
        joinedChunks(),
        tailwindcss(),
        remix({
          future: {
            v3_fetcherPersist: true,
            // Off on purpose: see docs/decisions/010.
            v3_lazyRouteDiscovery: false,
            v3_relativeSplatPath: true,
            v3_routeConfig: true,
            v3_singleFetch: true,
            v3_throwAbortReason: true,
          },
          // One server build per surface: its own small route tree, chosen by host.
          serverBundles: ({ branch }) =>
            branch.some((route) => route.id.startsWith('routes/app/')) ? 'app' : 'portal',
        }),
      ],
  build: {
    target: 'es2022',
    // Six KB less for every page than with Vite's own.
    minify: 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
  },
  test: {
    include: ['{app,scripts,tests,bench}/**/*.test.ts', '{app,tests}/**/*.test.tsx'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
} as Parameters<typeof defineConfig>[0])
