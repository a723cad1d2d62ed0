import { z } from 'zod'
import { fromWallTime } from '#app/domain/company/wall-time.ts'
import { roles } from '#app/domain/members/permissions.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import {
  announcementLevels,
  announcementZones,
  TEXT_LENGTH_MAX,
  TITLE_LENGTH_MAX,
} from '#app/platform/announcements/announcement.ts'
import type { NewAnnouncement } from '#app/platform/announcements/save.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { findTenantIdBySlug } from '#app/platform/flags/find-subject.server.ts'
import { parseFields, readForm, refusal, toFields } from '#app/routes/account/posted-form.server.ts'
import type { Parsed } from '#app/routes/account/posted-form.server.ts'
import { checkbox, optionalText, requiredText } from '#app/routes/form-fields.ts'
import type { FieldError } from '#app/ui/form-state.tsx'

const form = z.object({
  level: z.enum(announcementLevels, 'invalid'),
  titleEn: requiredText(TITLE_LENGTH_MAX),
  titleSw: requiredText(TITLE_LENGTH_MAX),
  textEn: optionalText(TEXT_LENGTH_MAX),
  textSw: optionalText(TEXT_LENGTH_MAX),
  from: z.string().trim().default(''),
  until: z.string().trim().default(''),
  timeZone: z.enum(announcementZones, 'invalid'),
  companies: optionalText(1_000),
  isDismissable: checkbox,
})

/**
 * What is only to be looked at yet: how it reads, and the form as it was sent.
 *
 * @returns undefined when it is to be announced
 */
export async function readPreview(platform: PlatformDb, request: Request, now: number) {
  const posted = await readForm(request.clone())
  if (posted.get('preview') === null) return undefined
  const read = await readAnnouncement(platform, request, now)
  if (!read.ok) return { result: read.result }
  return { result: refusal({}, toFields(posted)), preview: read.values }
}

/** A posted announcement; addresses of companies become their ids, times moments. */
export async function readAnnouncement(
  platform: PlatformDb,
  request: Request,
  now: number,
): Promise<Parsed<NewAnnouncement>> {
  const posted = await readForm(request)
  const fields = toFields(posted)
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return parsed
  const { from, until, companies, ...told } = parsed.values
  const errors: Record<string, FieldError> = {}
  const startsAt = from === '' ? now : fromWallTime(from, told.timeZone)
  const endsAt = until === '' ? null : fromWallTime(until, told.timeZone)
  if (startsAt === undefined) errors['from'] = 'invalid'
  if (endsAt === undefined || (endsAt !== null && endsAt <= (startsAt ?? now)))
    errors['until'] = 'until_before_from'
  const ids = companies.split(/[\s,;]+/).filter(Boolean)
  const found = ids.map((slug) => findTenantIdBySlug(platform, slug))
  if (found.includes(undefined)) errors['companies'] = 'company_unknown'
  if (Object.keys(errors).length > 0 || startsAt === undefined || endsAt === undefined)
    return { ok: false, result: refusal(errors, fields) }
  const chosen = (name: string, known: readonly string[]) =>
    posted.getAll(name).filter((one): one is string => known.includes(String(one as string)))
  const plans = posted.getAll('plan').map((one) => String(one as string).slice(0, 100))
  const audience = {
    ...{ plans, companies: found.filter((id) => id !== undefined) },
    ...{ industries: chosen('industry', industrySlugs), roles: chosen('role', roles) },
  }
  return { ok: true, values: { ...told, audience, startsAt, endsAt } }
}
