import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { releaseCity } from '#app/platform/sales/territories.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a city from its rep. Twice is as good as once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.manage')
  const city = (await readFormData(request)).get('city')
  releaseCity(platform, user, typeof city === 'string' ? city : '')
  return redirect('/sales/territories', 303)
}
