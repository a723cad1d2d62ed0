import { industrySlugs } from '#app/industries/industry.ts'
import type { IndustrySlug } from '#app/industries/industry.ts'
import { parseTexts, standardTexts } from '#app/industries/texts.ts'
import type { IndustryTexts } from '#app/industries/texts.ts'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import type { PlatformActor } from '../users/permissions.ts'

export type IndustryChange = { at: number; byName: string | null }
export type IndustryRow = { industry: IndustrySlug; companies: number; change?: IndustryChange }

/** Every trade, how many companies are in it, and when its texts were changed. */
export function listIndustries(platform: PlatformDb): IndustryRow[] {
  const sqlite = platformSqliteOf(platform)
  const counts = sqlite
    .prepare<[], { industry: string; companies: number }>(
      `select industry, count(*) as companies from tenants
       where standing <> 'deleted' and demo_of is null group by industry`,
    )
    .all()
  const changes = sqlite.prepare<[], IndustryChange & { industry: string }>(CHANGES).all()
  return industrySlugs.map((industry) => {
    const change = changes.find((one) => one.industry === industry)
    return {
      industry,
      companies: counts.find((one) => one.industry === industry)?.companies ?? 0,
      ...(change && { change: { at: change.at, byName: change.byName } }),
    }
  })
}

const CHANGES = `select x.industry, x.updated_at as at, u.name as byName
  from industry_texts x left join platform_users u on u.id = x.updated_by`

/** The texts that count for a trade, and who changed them when. */
export function findIndustryTexts(
  platform: PlatformDb,
  industry: IndustrySlug,
): { texts: IndustryTexts; change?: IndustryChange } {
  const json = changedTextsJson(platform, industry)
  const texts = json === null ? undefined : parseTexts(json)
  if (!texts) return { texts: standardTexts(industry) }
  const change = platformSqliteOf(platform)
    .prepare<[string], IndustryChange>(`${CHANGES} where x.industry = ?`)
    .get(industry)
  return { texts, ...(change && { change: { at: change.at, byName: change.byName } }) }
}

/** What companies of a trade are given beside the standard; null: nothing. */
export function changedTextsJson(platform: PlatformDb, industry: string): string | null {
  return (
    platformSqliteOf(platform)
      .prepare<[string], { json: string }>(
        'select texts_json as json from industry_texts where industry = ?',
      )
      .get(industry)?.json ?? null
  )
}

/** Changes what assistants of a trade are told; a job brings it to the companies. */
export function saveIndustryTexts(
  platform: PlatformDb,
  actor: PlatformActor,
  { industry, texts, at }: { industry: IndustrySlug; texts: IndustryTexts; at: number },
): void {
  const json = JSON.stringify(texts)
  if (json === JSON.stringify(standardTexts(industry))) {
    restoreIndustryTexts(platform, actor, { industry, at })
    return
  }
  inPlatformTransaction(platform, () => {
    if (changedTextsJson(platform, industry) === json) return
    platformSqliteOf(platform)
      .prepare(
        `insert into industry_texts (industry, texts_json, updated_by, updated_at)
         values (@industry, @json, @by, @at) on conflict do update set
           texts_json = @json, updated_by = @by, updated_at = @at`,
      )
      .run({ industry, json, by: actor.id, at })
    note(platform, actor, 'industry.changed', industry)
    spreadLater(platform, industry, at)
  })
}

/** Back to the standard. */
export function restoreIndustryTexts(
  platform: PlatformDb,
  actor: PlatformActor,
  { industry, at }: { industry: IndustrySlug; at: number },
): void {
  inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare('delete from industry_texts where industry = ?')
      .run(industry)
    if (changes === 0) return
    note(platform, actor, 'industry.restored', industry)
    spreadLater(platform, industry, at)
  })
}

/** The next companies of a trade after one, in the order in which they are gone through. */
export function listCompaniesOf(
  platform: PlatformDb,
  { industry, after, limit }: { industry: string; after: string; limit: number },
): string[] {
  return platformSqliteOf(platform)
    .prepare<[string, string, number], { id: string }>(
      `select id from tenants where industry = ? and id > ? and status <> 'deleted'
       order by id limit ?`,
    )
    .all(industry, after, limit)
    .map(({ id }) => id)
}

function spreadLater(platform: PlatformDb, industry: IndustrySlug, at: number): void {
  enqueuePlatformJob(platform, 'industry.spread', { industry, after: '', at })
}

function note(
  platform: PlatformDb,
  actor: PlatformActor,
  action: string,
  industry: IndustrySlug,
): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action, details: { industry } })
}
