import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { assignMany } from '#app/domain/assignment/assign-many.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

const id = z.coerce.number().int().positive()
const schema = z.object({
  conversationIds: z.array(id).max(100),
  to: z.union([z.literal('spread'), id]),
  reason: z.string().trim().max(500).default(''),
})

/** Gives one or several conversations of the queue away, and says how many found an owner. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const back = toQueue(form)
  const read = schema.safeParse({
    ...{ conversationIds: form.getAll('id'), to: form.get('to') },
    reason: form.get('reason') ?? '',
  })
  if (!read.success || read.data.conversationIds.length === 0)
    back.searchParams.set('problem', read.success ? 'nothing_ticked' : 'member_not_found')
  else {
    const { given, left } = assignMany(db, member, read.data)
    back.searchParams.set('given', String(given))
    back.searchParams.set('left', String(left))
  }
  return redirect(back.pathname + back.search, 303)
}

/** The queue as it was looked at, without what was said there before. */
function toQueue(form: FormData): URL {
  const back = new URL(toSafePath(form.get('returnTo')) ?? '/queue', 'http://local')
  for (const name of ['given', 'left', 'problem', 'id', 'assign']) back.searchParams.delete(name)
  for (const name of ['view', 'q']) {
    const value = form.get(name)
    if (typeof value === 'string' && value) back.searchParams.set(name, value)
  }
  return back
}
