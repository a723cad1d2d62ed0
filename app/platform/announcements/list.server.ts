import { controlVersion } from '../control-version.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { everybody } from './announcement.ts'
import type { Announcement, AnnouncementState, Audience } from './announcement.ts'

const PAGE_SIZE = 20
/** More than these at once would be noise. */
const SHOWN_MAX = 3

type Row = Omit<Announcement, 'audience' | 'isDismissable'> & {
  audienceJson: string
  isDismissable: number
}

const SELECT = `select id, level, title_en as titleEn, title_sw as titleSw, text_en as textEn,
    text_sw as textSw, audience_json as audienceJson, starts_at as startsAt, ends_at as endsAt,
    time_zone as timeZone, is_dismissable as isDismissable from announcements`

const kept = new WeakMap<PlatformDb, { version: number; rows: Announcement[] }>()

/** What a member of a company is told now, the gravest first; at most three. */
export function listCurrent(
  platform: PlatformDb,
  reader: { tenantId: string; industry: string; role: string; dismissed: ReadonlySet<number> },
  now: number,
): Announcement[] {
  const weight = { critical: 0, warning: 1, info: 2 }
  return listUnended(platform, now)
    .filter(({ startsAt, endsAt }) => startsAt <= now && (endsAt === null || endsAt > now))
    .filter(({ id, isDismissable }) => !isDismissable || !reader.dismissed.has(id))
    .filter(({ audience }) => isFor(platform, audience, reader))
    .sort((a, b) => weight[a.level] - weight[b.level] || b.startsAt - a.startsAt)
    .slice(0, SHOWN_MAX)
}

/** Announcements, the newest first. @param page.before id of the last one of the page before */
export function listAnnouncements(
  platform: PlatformDb,
  page: { search?: string; state?: AnnouncementState; before?: number; now: number },
): { rows: Announcement[]; next: number | undefined } {
  const { search = '', state, before, now } = page
  const rows = platformSqliteOf(platform)
    .prepare<[object], Row>(
      `${SELECT} where (@before is null or id < @before)
         and (@pattern = '%%' or title_en like @pattern escape '\\' or title_sw like @pattern escape '\\'
           or text_en like @pattern escape '\\' or text_sw like @pattern escape '\\')
         and (@state is null or @state = case when ends_at is not null and ends_at <= @now
           then 'over' when starts_at > @now then 'planned' else 'running' end)
       order by id desc limit ${PAGE_SIZE + 1}`,
    )
    .all({
      ...{ now, state: state ?? null, before: before ?? null },
      pattern: `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`,
    })
  const shown = rows.slice(0, PAGE_SIZE).map(toAnnouncement)
  return { rows: shown, next: rows.length > PAGE_SIZE ? shown.at(-1)?.id : undefined }
}

export function findAnnouncement(platform: PlatformDb, id: number): Announcement | undefined {
  const row = platformSqliteOf(platform).prepare<[number], Row>(`${SELECT} where id = ?`).get(id)
  return row && toAnnouncement(row)
}

/** Kept in memory until anything changes; what has ended meanwhile is sifted by the reader. */
function listUnended(platform: PlatformDb, now: number): Announcement[] {
  const version = controlVersion(platform)
  const known = kept.get(platform)
  if (known?.version === version) return known.rows
  const rows = platformSqliteOf(platform)
    .prepare<[number], Row>(`${SELECT} where ends_at is null or ends_at > ?`)
    .all(now)
    .map(toAnnouncement)
  kept.set(platform, { version, rows })
  return rows
}

function isFor(
  platform: PlatformDb,
  { plans, industries, companies, roles }: Audience,
  reader: { tenantId: string; industry: string; role: string },
): boolean {
  const fits = (list: string[], own: string) => list.length === 0 || list.includes(own)
  if (!fits(companies, reader.tenantId) || !fits(industries, reader.industry)) return false
  if (!fits(roles, reader.role)) return false
  return plans.length === 0 || plans.includes(planOf(platform, reader.tenantId))
}

function planOf(platform: PlatformDb, tenantId: string): string {
  const row = platformSqliteOf(platform)
    .prepare<[string], { plan: string }>('select plan from tenants where id = ?')
    .get(tenantId)
  return row?.plan ?? ''
}

function toAnnouncement({ audienceJson, isDismissable, ...row }: Row): Announcement {
  const audience = { ...everybody, ...(JSON.parse(audienceJson) as Partial<Audience>) }
  return { ...row, audience, isDismissable: isDismissable === 1 }
}
