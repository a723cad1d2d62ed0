export const announcementLevels = ['info', 'warning', 'critical'] as const
export type AnnouncementLevel = (typeof announcementLevels)[number]

/** Whom an announcement is for; an empty list of a kind is everybody. All kinds must fit. */
export type Audience = {
  plans: string[]
  industries: string[]
  /** ids of companies */
  companies: string[]
  /** roles of members */
  roles: string[]
}

export const everybody: Audience = { plans: [], industries: [], companies: [], roles: [] }

export type AnnouncementText = {
  level: AnnouncementLevel
  titleEn: string
  titleSw: string
  textEn: string
  textSw: string
  isDismissable: boolean
}

/** Times are UTC ms; `endsAt` null is until somebody ends it. */
export type Announcement = AnnouncementText & {
  id: number
  audience: Audience
  startsAt: number
  endsAt: number | null
  timeZone: string
}

export type AnnouncementState = 'planned' | 'running' | 'over'

export function stateOf(
  { startsAt, endsAt }: Pick<Announcement, 'startsAt' | 'endsAt'>,
  now: number,
): AnnouncementState {
  if (endsAt !== null && endsAt <= now) return 'over'
  return startsAt > now ? 'planned' : 'running'
}

export const TITLE_LENGTH_MAX = 80
export const TEXT_LENGTH_MAX = 400
/** Zones an announcement's times may be written in. */
export const announcementZones = [
  ...(['Africa/Nairobi', 'Africa/Kigali', 'Africa/Lagos', 'Africa/Johannesburg'] as const),
  ...(['Africa/Cairo', 'Europe/London', 'UTC'] as const),
] as const
