import sharp from 'sharp'
import { bytes, json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { listen } from '../http/server.ts'

type Site = { title: string; description: string; siteName: string; color: string }

/** Pages that customers link to in the demo and in journeys. */
const SITES: Record<string, Site> = {
  '/lamu-festival': {
    title: 'Lamu Cultural Festival: three days of dhow races',
    description: 'Donkey and dhow races, poetry and music in the old town. Rooms fill up early.',
    siteName: 'Coast Guide',
    color: '#0e7490',
  },
  '/used-cars-guide': {
    title: 'What to look at before you buy a used car',
    description: 'Mileage, service book, suspension: a list of twelve points to take along.',
    siteName: 'Barabara Motoring',
    color: '#9a3412',
  },
  '/headphones-test': {
    title: 'Nine headphones under KES 10,000, compared',
    description: 'Sound, comfort and battery of the pairs that shops in Nairobi have in stock.',
    siteName: 'Sauti Reviews',
    color: '#4c1d95',
  },
}

export type WebFake = Awaited<ReturnType<typeof startWebFake>>

/** A web server of somebody else's, with pages that say what they are about. */
export async function startWebFake(options: { port?: number } = {}) {
  const requests: { path: string; headers: Record<string, string> }[] = []
  const server = await listen((request) => answer(request), options)

  async function answer(request: FakeRequest): Promise<FakeReply> {
    const { path, headers } = request
    requests.push({ path, headers })
    const site = SITES[path.replace(/\.png$/, '')]
    if (!site) return json({ problem: 'no such page' }, 404)
    if (path.endsWith('.png')) return bytes(await paint(site.color), 'image/png')
    return bytes(Buffer.from(toHtml(path, site)), 'text/html; charset=utf-8')
  }

  return {
    url: server.url,
    /** what was asked for, oldest first */
    requests,
    close: server.close,
  }
}

function toHtml(path: string, { title, description, siteName }: Site): string {
  const meta = (name: string, content: string) =>
    `<meta property="og:${name}" content="${content}">`
  return `<!doctype html><html><head><title>${title}</title>
    ${meta('title', title)}${meta('description', description)}
    ${meta('site_name', siteName)}${meta('image', `${path}.png`)}</head>
    <body><script>document.title = 'run'</script><h1>${title}</h1></body></html>`
}

function paint(background: string): Promise<Buffer> {
  const glow = `<svg width="1200" height="630"><circle cx="840" cy="220" r="260" fill="#fff" opacity=".28"/><rect y="470" width="1200" height="160" fill="#000" opacity=".18"/></svg>`
  return sharp({ create: { width: 1_200, height: 630, channels: 3, background } })
    .composite([{ input: Buffer.from(glow) }])
    .png()
    .toBuffer()
}
