import { resolve } from 'node:path'
import { build } from 'vite'
import type { Rollup } from 'vite'

const ENTRY = 'app/wire/widget/client/main.ts'

/**
 * One plain script out of the client's modules, for `<script src=".../widget.js">` on any website.
 *
 * @param outDir where `widget.js` is written; undefined: nowhere
 */
export async function bundleWidget({ outDir }: { outDir?: string } = {}): Promise<{
  code: string
}> {
  const built = (await build({
    ...{ configFile: false, logLevel: 'warn', publicDir: false },
    build: {
      ...{ outDir: outDir && resolve(outDir), write: outDir !== undefined, emptyOutDir: true },
      ...{ target: 'es2022', minify: 'esbuild', modulePreload: false },
      rollupOptions: {
        input: resolve(ENTRY),
        output: { format: 'iife', entryFileNames: 'widget.js', inlineDynamicImports: true },
      },
    },
  })) as Rollup.RollupOutput
  return { code: built.output[0].code }
}
