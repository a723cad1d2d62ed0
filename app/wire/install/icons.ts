import { LRUCache } from 'lru-cache'
import sharp from 'sharp'
import type { Company } from '#app/domain/company/queries.server.ts'

/** Every icon there is, with its side in pixels. */
export const iconSizes = {
  '180.png': 180,
  '192.png': 192,
  '512.png': 512,
  'maskable-512.png': 512,
  'badge.png': 96,
} as const
export type IconName = keyof typeof iconSizes

/** A phone cuts a maskable icon to its own shape: only the middle 80 % is sure to be seen. */
const MASKABLE_SHARE = 0.66
const LOGO_SHARE = 0.8
/** Pictures that claim to be larger are bombs. */
const LOGO_PIXELS_MAX = 40_000_000

const drawn = new LRUCache<string, Buffer>({ max: 500 })

/** Changes with what the icons show, so that browsers may keep them for a year. */
export function iconVersion({ accentColor, logoFileId }: Company): string {
  return `${accentColor.replace('#', '')}-${logoFileId ?? 0}`
}

/** A company's icon: its logo on white, or Baraza's sign on the company's colour. */
export async function drawIcon(
  name: IconName,
  look: { accent: string; logoPath: string | undefined; cacheKey: string },
): Promise<Buffer> {
  const key = `${look.cacheKey}:${name}`
  const known = drawn.get(key)
  if (known) return known
  const icon = (await drawLogo(name, look.logoPath)) ?? (await drawSign(name, look.accent))
  drawn.set(key, icon)
  return icon
}

/** @returns undefined when there is no logo or it is no picture after all */
async function drawLogo(name: IconName, path: string | undefined): Promise<Buffer | undefined> {
  // The badge of Android's status bar is a shape in one colour, which a logo is not.
  if (!path || name === 'badge.png') return undefined
  const side = iconSizes[name]
  const inner = Math.round(side * (name.startsWith('maskable') ? MASKABLE_SHARE : LOGO_SHARE))
  try {
    const logo = await sharp(path, { limitInputPixels: LOGO_PIXELS_MAX })
      .rotate()
      .resize(inner, inner, { fit: 'contain', background: '#ffffff00' })
      .png()
      .toBuffer()
    const ground = {
      create: { width: side, height: side, channels: 3 as const, background: '#ffffff' },
    }
    return await sharp(ground)
      .composite([{ input: logo }])
      .png()
      .toBuffer()
  } catch {
    return undefined
  }
}

function drawSign(name: IconName, accent: string): Promise<Buffer> {
  const side = iconSizes[name]
  const isBadge = name === 'badge.png'
  // A maskable icon fills its square; the others bring their own rounded corners.
  const corner = name.startsWith('maskable') || name === '180.png' ? 0 : 8
  const ground = isBadge ? '' : `<rect width="32" height="32" rx="${corner}" fill="${accent}"/>`
  const scale = name.startsWith('maskable') ? 0.8 : 1
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 32 32">${ground}
<g transform="translate(16 16) scale(${scale}) translate(-16 -16)"><path d="M16 6.5a9.5 9.5 0 1 0 9.5 9.5" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="16" cy="16" r="2.6" fill="#fff"/><circle cx="23.2" cy="8.8" r="2.2" fill="#fff"/></g></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
