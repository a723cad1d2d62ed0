import { runDay } from './simulate/day.ts'
import type { DayResult } from './simulate/day.ts'
import { readDayOptions } from './simulate/options.ts'

// A working day at full size takes some minutes; `--customers 100` is a short one. Exit 1 when
// any figure differs from what the facts say.
try {
  const { json, ...options } = readDayOptions(process.argv.slice(2))
  const result = await runDay(options, json ? {} : { say: (line) => console.error(line) })
  console.log(json ? JSON.stringify(result) : toText(result))
  if (!result.isEqual) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

function toText({ isEqual, seconds, did, checks }: DayResult): string {
  const lines = checks.flatMap(({ name, expected, found, examples }) => {
    const isFine = expected === found
    const line = `${isFine ? 'ok  ' : 'DIFF'}  ${name}: ${found}${isFine ? '' : `, should be ${expected}`}`
    return [line, ...(isFine ? [] : (examples ?? []).map((one) => `        ${one}`))]
  })
  const done = Object.entries(did).map(([name, count]) => `${name} ${count}`)
  const end = isEqual ? 'Every figure is what the facts say.' : 'Some figures differ.'
  return [`A day in ${seconds} s: ${done.join(', ')}`, ...lines, end].join('\n')
}
