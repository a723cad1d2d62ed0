import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const FOLDERS = ['app', 'scripts', 'tests', 'bench']

/** Prints the median and 90th percentile of lines per file, so that growth is seen. */
export function printSizes(): void {
  const files = execFileSync('git', ['ls-files', ...FOLDERS], { encoding: 'utf8' }).split('\n')
  const sizes = files
    .filter((file) => /^app\/.*\.tsx?$/.test(file) && !/\.test\.|\/i18n\/(en|sw)\//.test(file))
    .map((file) => readFileSync(file, 'utf8').split('\n').length - 1)
    .sort((a, b) => a - b)
  if (sizes.length === 0) return
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]
  console.log(
    `\napp: ${sizes.length} files, median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${at(1)}`,
  )
}
