import { setTimeout as sleep } from 'node:timers/promises'
import { bytes, json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { listen } from '../http/server.ts'
import { sitePages, toHtml } from './pages.ts'

const HUGE_BYTES = 3 * 1024 * 1024
const ROBOTS = `User-agent: *
Disallow: /staff
Allow: /

Sitemap: {origin}/sitemap-index.xml
`

export type SiteFake = Awaited<ReturnType<typeof startSiteFake>>

/**
 * A company's website as the world has them: robots.txt, a sitemap of sitemaps, canonical pages,
 * redirects (one to an address inside), a page that breaks, one that is huge, one that is slow.
 */
export async function startSiteFake(options: { port?: number; slowMs?: number } = {}) {
  const requests: string[] = []
  const pages = new Map(Object.entries(sitePages))
  let robots: { status: number; text: string } = { status: 200, text: ROBOTS }
  const server = await listen((request) => answer(request), { port: options.port })

  async function answer({ path }: FakeRequest): Promise<FakeReply> {
    requests.push(path)
    if (path === '/robots.txt') return answerRobots()
    if (path === '/sitemap-index.xml') return xml(toIndex())
    if (path === '/sitemap-pages.xml') return xml(toSitemap())
    if (path === '/slow') await sleep(options.slowMs ?? 0)
    if (path === '/old-rooms') return redirect('/rooms')
    if (path === '/partner') return redirect('http://169.254.169.254/latest/meta-data/')
    if (path === '/broken') return json({ problem: 'database is away' }, 500)
    if (path === '/huge') return html(`<p>${'large '.repeat(HUGE_BYTES / 6)}</p>`)
    const page = pages.get(path)
    return page ? html(toHtml(path, page)) : json({ problem: 'no such page' }, 404)
  }

  const answerRobots = (): FakeReply =>
    robots.status === 200
      ? bytes(Buffer.from(robots.text.replace('{origin}', server.url)), 'text/plain')
      : json({}, robots.status)
  const toIndex = () =>
    `<?xml version="1.0"?><sitemapindex><sitemap><loc>${server.url}/sitemap-pages.xml</loc></sitemap></sitemapindex>`
  const toSitemap = () =>
    `<?xml version="1.0"?><urlset>${['/', '/policies', '/logo.png']
      .map((path) => `<url><loc>${server.url}${path}</loc></url>`)
      .join('')}<url><loc>https://elsewhere.example/</loc></url></urlset>`

  return {
    url: server.url,
    /** paths asked for, oldest first */
    requests,
    /** changes a page, or adds one */
    write: (path: string, page: { title: string; body: string }) => void pages.set(path, page),
    remove: (path: string) => void pages.delete(path),
    setRobots: (text: string, status = 200) => void (robots = { status, text }),
    close: server.close,
  }
}

function html(text: string): FakeReply {
  return bytes(Buffer.from(text), 'text/html; charset=utf-8')
}

function xml(text: string): FakeReply {
  return bytes(Buffer.from(text), 'application/xml')
}

function redirect(location: string): FakeReply {
  return { status: 302, headers: { location }, json: {} }
}
