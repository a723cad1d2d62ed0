import { can } from '#app/domain/members/permissions.ts'

import { recordAudit } from '#app/domain/audit/record.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import type { AppLoadContext } from '@remix-run/server-runtime'
import { requireMember } from './require.server.ts'
import type { MemberContext } from './require.server.ts'

/** What the billing pages have around them: the settings' parts and what this person may do. */
export function toBillingFrame(context: AppLoadContext, request: Request) {
  const portal = requireMember(context, 'billing.read')
  const frame = toSettingsFrame(portal.member, request)
  return { ...portal, frame: { ...frame, mayWrite: can(portal.member, 'billing.write') } }
}

/** A positive id out of a parameter or a query. */
export function toId(text: string | null | undefined): number | undefined {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : undefined
}

/** Somebody of the company decided about money: its own audit log says who. */
export function noteBilling(
  { db, member }: MemberContext,
  action: `billing.${string}`,
  details?: Record<string, unknown>,
): void {
  const by = { kind: 'member', id: member.id, name: member.name } as const
  recordAudit(db, by, { action, details })
}
