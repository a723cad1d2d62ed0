import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { preferenceCookies } from '#app/server/preferences.server.ts'
import { accountOf } from './account.server.ts'
import { languageField, themeField } from './fields.ts'
import { readFields } from './posted-form.server.ts'
import { toSafePath } from './safe-path.ts'

const schema = z.object({
  language: languageField.optional().catch(undefined),
  theme: themeField.optional().catch(undefined),
})

/** Keeps language or theme: in a cookie for this browser, and with the person when signed in. */
export async function preferencesAction({ request, context }: ActionFunctionArgs) {
  const fields = await readFields(request)
  const { language, theme } = schema.parse(fields)
  const account = accountOf(context.baraza)
  if (account.person && (language ?? theme)) {
    account.saveProfile({ ...(language && { language }), ...(theme && { theme }) })
  }
  const headers = new Headers()
  for (const cookie of preferenceCookies({ language, theme }, context.baraza.isSecure)) {
    headers.append('Set-Cookie', cookie)
  }
  return redirect(toSafePath(fields['returnTo']) ?? '/', { headers })
}
