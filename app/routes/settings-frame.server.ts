import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { settingsParts } from '#app/ui/settings/parts.ts'
import type { SettingsPart } from '#app/ui/settings/parts.ts'

/** What every settings page shows around its own content. */
export type SettingsFrame = {
  parts: SettingsPart[]
  mayWrite: boolean
  wasSaved: boolean
}

/** The parts this person may open, and whether they may save. */
export function toSettingsFrame(member: Actor, request: Request): SettingsFrame {
  const parts = settingsParts.filter((part) => can(member, part.permission))
  return {
    parts: parts.map((part) => part.name),
    mayWrite: can(member, 'settings.write'),
    wasSaved: new URL(request.url).searchParams.has('saved'),
  }
}
