import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'

const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** Debian's Chromium; never a downloaded one. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: FLAGS.split(' ') })
}

export type Website = {
  port: number
  url: (host: string, path?: string) => string
  close: () => void
}

/** Somebody else's website on loopback: every path answers with the page given for it. */
export async function startWebsite(
  page: (path: string) => { html: string; headers?: Record<string, string> },
): Promise<Website> {
  const server = createServer((request, response) => {
    const { html, headers } = page(request.url ?? '/')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: (host, path = '/') => `http://${host}:${port}${path}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
