const WIDTH = 30
/** Without a terminal a line is written for so many steps of the whole. */
const LINES = 10

/** Says on stderr how far a long command is: a bar on a terminal, a few lines elsewhere. */
export function startProgress(what: string, total: number) {
  const startedAt = performance.now()
  const isTerminal = process.stderr.isTTY
  const every = Math.max(1, Math.ceil(total / LINES))
  let done = 0

  function line(): string {
    const share = total === 0 ? 1 : done / total
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '·')
    const perSecond = Math.round((done / Math.max(1, performance.now() - startedAt)) * 1_000)
    return `${bar} ${done} of ${total} ${what}, ${perSecond} a second`
  }

  return {
    step: () => {
      done += 1
      if (isTerminal) process.stderr.write(`\r${line()}`)
      else if (total > LINES && done % every === 0) process.stderr.write(`${line()}\n`)
    },
    end: () => {
      if (isTerminal) process.stderr.write('\n')
    },
  }
}
