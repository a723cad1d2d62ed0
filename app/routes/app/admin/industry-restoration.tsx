import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { restoreIndustryTexts } from '#app/platform/industries/texts.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireIndustry } from '#app/routes/admin/industry.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Back to the standard texts of a trade. @throws Response 404 */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const industry = requireIndustry(params['industry'])
  restoreIndustryTexts(platform, user, { industry, at: Date.now() })
  return redirect(`/admin/industries/${industry}?note=restored`, 303)
}
