// Every npm command enters here: plain JavaScript, so that an old runtime gets one clear line
// instead of a syntax error or a crash in a native module.
const MAJOR_MIN = 24

const major = Number(process.versions.node.split('.')[0])
if (major < MAJOR_MIN) {
  console.error(
    `Baraza needs Node ${MAJOR_MIN} or newer, this is ${process.versions.node}: run it with npm, or ./scripts/start`,
  )
  process.exit(1)
}
const [, , name, ...rest] = process.argv
process.argv.splice(2, process.argv.length, ...rest)
await import(new URL(`./${name}.ts`, import.meta.url).href)
