import { gzipSync } from 'node:zlib'
import { bundleWidget } from './widget/bundle.ts'

const { code } = await bundleWidget({ outDir: 'build/widget' })
const kb = (gzipSync(code).length / 1024).toFixed(1)
console.error(`build/widget/widget.js  ${kb} kB gzipped`)
