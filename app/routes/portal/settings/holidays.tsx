import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { saveHoliday } from '#app/domain/company/holidays.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { holidayForm } from '#app/routes/assignment-form.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Adds a day on which the company is closed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, holidayForm)
  if (!read.ok) return redirect('/settings/hours?problem=holiday#holidays', 303)
  saveHoliday(db, member, read.values)
  return redirect('/settings/hours?saved#holidays', 303)
}
