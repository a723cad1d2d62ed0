import type { EnvWithSecrets } from '#app/server/env.server.ts'
import type { Fakes } from './fakes.ts'
import { DEMO_PASSWORD, demoPlatformUsers, demoSlugs, readDemoCompany } from './story.ts'

/** Tells whoever started the server where to go and how to sign in. */
export function printWelcome(
  env: EnvWithSecrets,
  state: { hasDemoLogins: boolean; fakes: Fakes | undefined },
): void {
  const base = (name: string) => `http://${name}.${env.ROOT_DOMAIN}:${env.PORT}`
  const lines = ['', `Baraza is ready.`, '', `  Platform   ${base('app')}`]
  if (state.hasDemoLogins) {
    for (const user of demoPlatformUsers) lines.push(`             ${user.email} (${user.role})`)
    for (const slug of demoSlugs) lines.push('', ...companyLines(slug, base(slug)))
    lines.push('', `  Password of every demo login: ${DEMO_PASSWORD}`)
  }
  if (state.fakes) lines.push('', ...fakeLines(state.fakes))
  if (env.DEV_OUTBOX) lines.push('', `  Mails that were not sent: ${base('app')}/outbox`)
  lines.push('', '  Ctrl-C stops.', '')
  console.log(lines.join('\n'))
}

function companyLines(slug: string, url: string): string[] {
  const { name, members } = readDemoCompany(slug)
  return [
    `  ${name.padEnd(16)} ${url}`,
    ...members.map((member) => `             ${member.email} (${member.role})`),
  ]
}

function fakeLines(fakes: Fakes): string[] {
  return [
    '  Vendors are played by local stand-ins:',
    `    WhatsApp ${fakes.urls.whatsApp}  Telegram ${fakes.urls.telegram}  Claude ${fakes.urls.anthropic}  Push ${fakes.urls.push}`,
    `    M-Pesa ${fakes.urls.mpesa}  A phone ending in 02 cancels, 01 has too little, 04 mistypes the PIN, 08 never answers; others pay.`,
    `    Links in messages may lead to ${fakes.urls.web}/lamu-festival (or /used-cars-guide, /headphones-test).`,
    `    A website to teach from: ${fakes.urls.site} (Knowledge, Websites).`,
    '    Write to a company as its customer on its page /simulator, or as a visitor on /chat.',
  ]
}
