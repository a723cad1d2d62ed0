import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** A picture that was checked: what it is comes from its bytes. */
export type Logo = { name: string; mimeType: string; bytes: Buffer }

/** Keeps a company's logo until there is a company whose file could hold it; null takes it away. */
export function keepLogo(
  platform: PlatformDb,
  sessionId: number,
  { logo, at }: { logo: Logo | null; at: number },
): void {
  const sqlite = platformSqliteOf(platform)
  inPlatformTransaction(platform, () => {
    sqlite.prepare('delete from onboarding_logos where session_id = ?').run(sessionId)
    if (!logo) return
    sqlite
      .prepare(
        `insert into onboarding_logos (session_id, name, mime_type, bytes, saved_at)
         values (@sessionId, @name, @mimeType, @bytes, @at)`,
      )
      .run({ ...logo, sessionId, at })
  })
}

export function findLogo(platform: PlatformDb, sessionId: number): Logo | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], Logo>(
      `select name, mime_type as mimeType, bytes from onboarding_logos where session_id = ?`,
    )
    .get(sessionId)
}

/** When the logo was kept, without reading it; undefined where there is none. */
export function findLogoTime(platform: PlatformDb, sessionId: number): number | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], number>('select saved_at from onboarding_logos where session_id = ?')
    .pluck()
    .get(sessionId)
}
