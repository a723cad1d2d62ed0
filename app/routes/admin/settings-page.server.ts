import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { readSettings } from '#app/platform/settings/read.server.ts'
import type { PlatformSettings } from '#app/platform/settings/registry.ts'
import { saveSettings } from '#app/platform/settings/save.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { parseFields, readFields } from '#app/routes/account/posted-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

/** What every page of the platform's settings shows: who may change them, and that it was saved. */
export function settingsPage({ request, context }: LoaderFunctionArgs) {
  const { user } = requireUser(context, 'admin.read')
  return {
    mayChange: platformCan(user.role, 'control.write'),
    wasSaved: new URL(request.url).searchParams.has('saved'),
  }
}

/**
 * Saves the part of the platform's settings that a page asks for; the rest stays.
 *
 * @returns to the same page, with a word that it was saved; 422 with what was typed otherwise
 */
export async function saveSettingsPage<Values extends Partial<PlatformSettings>>(
  { request, context }: ActionFunctionArgs,
  form: z.ZodType<Values>,
) {
  const { platform, user } = requireUser(context, 'control.write')
  const parsed = parseFields(form, await readFields(request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  saveSettings(platform, user, { ...readSettings(platform), ...parsed.values })
  return redirect(`${new URL(request.url).pathname}?saved`)
}
