import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { mailLinkLater } from '#app/domain/members/mails.server.ts'
import { isOwnerVerified } from '#app/domain/members/verify-owner.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Sends the owner's confirmation mail again, a few times an hour at most. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, tenant, origin, services } = requireMember(context)
  const fields = await readFields(request)
  const key = { 'verification.account': `${tenant.id}:${member.id}` }
  const isWanted = member.role === 'owner' && !isOwnerVerified(db)
  if (isWanted && (await services.throttle.count(key)).ok) {
    mailLinkLater(db, 'email_verification', { to: member.email, origin })
  }
  return redirect(toSafePath(fields['returnTo']) ?? '/')
}
