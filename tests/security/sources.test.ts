import { globSync, readFileSync } from 'node:fs'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { channels } from '#app/channels/registry.ts'

// Rules that hold for the source itself: whatever is written later keeps them, or says here why.

const sources = globSync('app/**/*.{ts,tsx}').filter((file) => !/\.test\./.test(file))
const read = (file: string) => readFileSync(file, 'utf8')
const having = (pattern: RegExp, among = sources) =>
  among.filter((file) => pattern.test(read(file)))

test('a promise that nobody waits for does not pass the lint, in no file of the product', async () => {
  const eslint = new ESLint()
  const places = ['credentials/passwords.server.ts', 'server/enforce.server.ts', 'wire/table.ts']
  for (const place of [...places, 'routes/account/sign-in.server.ts', 'root.tsx']) {
    const { rules } = (await eslint.calculateConfigForFile(`app/${place}`)) as {
      rules: Record<string, [number, ...unknown[]]>
    }
    // 2 fails the build; the second covers `if (isPasswordRight(…))` without await.
    for (const rule of ['no-floating-promises', 'no-misused-promises', 'await-thenable'])
      expect(rules[`@typescript-eslint/${rule}`]?.[0], `${place} ${rule}`).toBe(2)
    expect(rules['@typescript-eslint/no-misused-promises']?.[1]).not.toMatchObject({
      checksConditionals: false,
    })
  }
  // What is excused in a comment is excused here, too.
  const excused = having(/eslint-disable.*promises/)
  expect(excused).toEqual([])
})

test('addresses that others chose are asked in one place only', () => {
  const vendors = [
    // Configured by the operator, never by a company or a customer.
    'app/ai/retrieval/embedders/request.server.ts',
    'app/channels/telegram/api.server.ts',
    'app/channels/telegram/media.server.ts',
    'app/channels/whatsapp-cloud/graph.server.ts',
    'app/channels/whatsapp-cloud/media.server.ts',
    'app/platform/billing/mpesa/client.server.ts',
    // Push services by an allow-list of origins; nodes of the cluster; this very process.
    'app/server/push.server.ts',
    'app/server/replay.server.ts',
    'app/server/report-to-primary.server.ts',
    'app/wire/simulator/route.ts',
  ]
  const guarded = [
    'app/server/web/guarded-fetch.server.ts',
    'app/server/web/guarded-post.server.ts',
  ]
  const onServer = sources.filter((file) => /\.server\.ts$|^app\/wire\/(?!.*\/client\/)/.test(file))
  const asking = having(
    /(?<![.\w]|private )fetch\(|(?<![.\w])httpRequest\(|https?\.(?:get|request)\(|from 'undici'/,
    onServer,
  )
  const known = [...vendors, ...guarded]
  expect(asking.filter((file) => !known.includes(file))).toEqual([])
  expect(known.filter((file) => !asking.includes(file))).toEqual([])
  // A redirect of a vendor could lead anywhere.
  for (const file of vendors.filter(
    (name) => /fetch\(/.test(read(name)) && !/report-to|embedders/.test(name),
  ))
    expect(read(file), file).toMatch(/redirect: '(?:manual|error)'/)
})

test('what is fetched for somebody carries no header of theirs', () => {
  const source = read('app/server/web/guarded-fetch.server.ts')
  const options = /export type FetchOptions = \{[^]*?\n\}/.exec(source)?.[0] ?? ''
  expect(options).not.toBe('')
  expect(options).not.toMatch(/headers/)
  expect(source).not.toMatch(/authorization|cookie:/i)
})

test('nothing is taken for markup or for code', () => {
  const drawn = having(/dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/)
  const own = {
    // What the server has drawn, kept as it stands until its script is there.
    'app/ui/island.tsx': /__html: '' \}/,
    // The name of an icon of the build.
    'app/ui/sheet-icon.ts': /__html: `<use href=/,
  }
  for (const [file, what] of Object.entries(own)) expect(read(file), file).toMatch(what)
  // Scripts and styles of ours that carry the page's nonce.
  const isOurs = (file: string) => file in own || /nonce=\{/.test(read(file))
  expect(drawn.filter((file) => !isOurs(file))).toEqual([])
  expect(having(/\beval\(|new Function\(|vm\.run|child_process.*exec\(/)).toEqual([])
})

test('no value of a person is joined into SQL', () => {
  const raw = having(/sql\.raw\(/)
  for (const file of raw)
    for (const [call] of read(file).matchAll(/sql\.raw\([^)]*\)/g))
      // Constants of the source alone: names in capitals, literals and lists of them.
      expect(call, file).not.toMatch(/request|params|form|input|query\.|search|given\.|typed/i)
})

test('every table in a file leaves by one function that runs no formulas', () => {
  const writing = having(/text\/csv/).filter((file) => /downloadHeaders/.test(read(file)))
  expect(writing.length).toBeGreaterThan(5)
  for (const file of writing)
    expect(read(file), file).toMatch(/toCsvLine|exportFaqs|toCsv|exportAudit|sheet/i)
})

test('nobody who mails us is taken for staff: no door takes mail in', () => {
  // A channel of mail comes with tests of a forged sender and of guessed references.
  expect(Object.keys(channels).sort()).toEqual(['telegram', 'web-chat', 'whatsapp-cloud'])
  const doors = having(/path: [`'"]\/?[^`'"]*(?:inbound|mailgun|sendgrid|postmark|imap)/i)
  expect(doors).toEqual([])
})

test('no text of a person is filled with the environment or run as a template', () => {
  expect(having(/\$\{?process\.env|expandEnv|envsubst/)).toEqual([])
  const reading = having(/process\.env/).filter((file) => file !== 'app/server/env.server.ts')
  expect(reading).toEqual([])
})
