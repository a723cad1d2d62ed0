import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Request, Response } from 'express'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { isInlineType } from '#app/domain/files/kinds.ts'
import { openFile } from '#app/domain/files/store.server.ts'
import { chatLook } from '#app/server/chat-look.server.ts'
import { readReader } from '#app/server/reader.server.ts'
import { sendStoredFile } from '../files/route.ts'
import type { WireContext, WireRoute } from '../declaration.ts'
import { drawIcon, iconSizes, iconVersion } from './icons.ts'
import type { IconName } from './icons.ts'
import { offlinePage } from './offline-page.ts'

const YEAR_S = 365 * 24 * 3_600
const HOUR_S = 3_600

const worker = readFileSync(new URL('./service-worker.js', import.meta.url))
const workerTag = `"${createHash('sha256').update(worker).digest('base64url').slice(0, 22)}"`

type Run = (request: Request, response: Response, portal: Portal) => Promise<void> | void
type Portal = NonNullable<WireContext['portal']>

/** What makes a company's portal an app: all of it public, none of it more than the look. */
export const installRoutes: WireRoute[] = [
  open('/sw.js', sendWorker),
  open('/manifest.webmanifest', sendManifest),
  open('/app-icon/:name', sendIcon),
  open('/offline', sendOffline),
  open('/logo', sendLogo),
]

function open(path: string, run: Run): WireRoute {
  return {
    ...{ surface: 'portal', method: 'GET', path, access: 'public', csrf: false, body: 'none' },
    run: (request, response, { portal }) => (portal ? run(request, response, portal) : undefined),
  }
}

/** Asked for again at every visit, so that a new version takes over at once. */
function sendWorker(request: Request, response: Response): void {
  response.set({
    ...{ 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
    ...{ 'Service-Worker-Allowed': '/', ETag: workerTag },
  })
  if (request.headers['if-none-match'] === workerTag) return void response.status(304).end()
  response.send(worker)
}

function sendManifest(_request: Request, response: Response, { db }: Portal): void {
  const company = getCompany(db)
  const { name, accentColor, language } = company
  const version = iconVersion(company)
  const icon = (file: IconName, purpose: 'any' | 'maskable') => ({
    ...{ src: `/app-icon/${file}?v=${version}`, type: 'image/png', purpose },
    sizes: `${iconSizes[file]}x${iconSizes[file]}`,
  })
  response.set({
    'Content-Type': 'application/manifest+json; charset=utf-8',
    'Cache-Control': `public, max-age=${HOUR_S}`,
  })
  response.send(
    JSON.stringify({
      ...{ id: '/', name, short_name: name.slice(0, 24), lang: language, scope: '/' },
      ...{ start_url: '/conversations', display: 'standalone', background_color: '#ffffff' },
      theme_color: chatLook(accentColor).light.accent,
      icons: [icon('192.png', 'any'), icon('512.png', 'any'), icon('maskable-512.png', 'maskable')],
    }),
  )
}

async function sendIcon(request: Request, response: Response, portal: Portal): Promise<void> {
  const name = request.params['name'] ?? ''
  if (!Object.hasOwn(iconSizes, name)) return void response.status(404).json({ code: 'not_found' })
  const company = getCompany(portal.db)
  const logo = company.logoFileId ? openFile(portal.db, company.logoFileId) : undefined
  const icon = await drawIcon(name as IconName, {
    ...{ accent: chatLook(company.accentColor).light.accent, logoPath: logo?.path },
    cacheKey: `${portal.tenant.id}:${iconVersion(company)}`,
  })
  const isNamed = request.query['v'] === iconVersion(company)
  response.setHeader('Cache-Control', `public, max-age=${isNamed ? YEAR_S : HOUR_S}`)
  response.type('image/png').send(icon)
}

function sendOffline(request: Request, response: Response, portal: Portal): void {
  const reader = readReader(portal, request.headers['accept-language'] ?? null)
  response.setHeader('Cache-Control', 'no-cache')
  response.type('html').send(offlinePage(reader, portal.cspNonce))
}

/** The one file of a company that a stranger may see, and only as what it is. */
function sendLogo(request: Request, response: Response, { db }: Portal): void {
  const { logoFileId } = getCompany(db)
  const found = logoFileId ? openFile(db, logoFileId) : undefined
  const isLogo = found?.file.purpose === 'logo' && isInlineType(found.file.mimeType)
  if (!isLogo) return void response.status(404).json({ code: 'not_found' })
  sendStoredFile(response, found, false)
  const isNamed = request.query['v'] === String(logoFileId)
  const lifetime = isNamed ? `${YEAR_S}, immutable` : String(HOUR_S)
  response.setHeader('Cache-Control', `public, max-age=${lifetime}`)
}
