import { dismissAnnouncement, listDismissed } from '#app/domain/announcements/dismissals.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { listCurrent } from '#app/platform/announcements/list.server.ts'
import type { AnnouncementLevel } from '#app/platform/announcements/announcement.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** An announcement as one reader sees it. */
export type ShownAnnouncement = {
  id: number
  level: AnnouncementLevel
  title: string
  text: string
  isDismissable: boolean
}

/** What the platform tells the members of one company. */
export type CompanyNews = {
  listFor: (member: SignedInMember, language: 'en' | 'sw') => ShownAnnouncement[]
  dismiss: (member: SignedInMember, id: number) => boolean
}

export function createCompanyNews(
  platform: PlatformDb,
  company: { id: string; industry: string; db: TenantDb },
): CompanyNews {
  const { id: tenantId, industry, db } = company
  const current = ({ id, role }: SignedInMember) => {
    const all = listCurrent(
      platform,
      { tenantId, industry, role, dismissed: new Set() },
      Date.now(),
    )
    if (all.length === 0) return all
    const dismissed = listDismissed(db, id)
    return listCurrent(platform, { tenantId, industry, role, dismissed }, Date.now())
  }
  return {
    listFor: (member, language) =>
      current(member).map(({ id, level, isDismissable, ...texts }) => ({
        ...{ id, level, isDismissable },
        title: language === 'sw' ? texts.titleSw : texts.titleEn,
        text: language === 'sw' ? texts.textSw : texts.textEn,
      })),
    dismiss: (member, id) => {
      const isShown = current(member).some((one) => one.id === id && one.isDismissable)
      if (isShown) dismissAnnouncement(db, member.id, id)
      return isShown
    },
  }
}
