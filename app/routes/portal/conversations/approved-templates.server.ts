import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { listTemplates } from '#app/domain/endpoints/templates.server.ts'
import type { TemplateForm } from '#app/domain/endpoints/templates.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { TemplateChoice } from '#app/ui/inbox/page-data.ts'

/** Templates that can be filled in and sent now; undefined where the channel knows none. */
export function listApproved(
  db: TenantDb,
  line: { endpointId: number; channel: string },
): TemplateChoice[] | undefined {
  if (!channelRules[line.channel as ChannelKind].hasTemplates) return undefined
  return listTemplates(db, line.endpointId)
    .filter((template) => template.status === 'APPROVED' && isSendable(template))
    .map(
      ({ category: _c, status: _s, hasMediaHeader: _media, hasOpenButtons: _buttons, ...shown }) =>
        shown,
    )
}

/** A header of a picture, film or document needs the file it shows; a button may need a value. */
function isSendable(
  template: Pick<TemplateForm, 'hasMediaHeader' | 'headerFileId' | 'hasOpenButtons'>,
): boolean {
  if (template.hasOpenButtons) return false
  return !template.hasMediaHeader || template.headerFileId !== null
}
