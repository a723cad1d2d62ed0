import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { preferenceCookies } from '#app/server/preferences.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireAccount } from './account.server.ts'
import type { SessionRow } from './account.server.ts'
import { describeDevice } from './device.ts'
import { languageField, personNameField, themeField } from './fields.ts'
import { parseFields, readFields } from './posted-form.server.ts'

const NOTES = ['saved', 'password_changed', 'session_ended', 'sessions_ended', 'two_factor_off']
const schema = z.object({ name: personNameField, language: languageField, theme: themeField })

/** A person's own page: who they are here, how they sign in, and where they are signed in. */
export function profileLoader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const account = requireAccount(context.baraza)
  const { name, email, role, language, theme, sessionId } = account.person
  const asked = new URL(request.url).searchParams.get('note')
  return {
    title: pageTitle(args, 'common.profile'),
    ...{ name, email, role, language, theme, surface: context.baraza.surface },
    note: NOTES.find((known) => known === asked),
    twoFactor: account.twoFactor.read(),
    sessions: account.listSessions().map((session) => toShown(session, sessionId)),
  }
}

export async function profileAction({ request, context }: ActionFunctionArgs) {
  const account = requireAccount(context.baraza)
  const parsed = parseFields(schema, await readFields(request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  account.saveProfile(parsed.values)
  const headers = new Headers()
  for (const cookie of preferenceCookies(parsed.values, context.baraza.isSecure)) {
    headers.append('Set-Cookie', cookie)
  }
  return redirect('/profile?note=saved', { headers })
}

function toShown(session: SessionRow, currentId: number) {
  const { id, createdAt, lastSeenAt, ip } = session
  const device = describeDevice(session.userAgent)
  return { id, createdAt, lastSeenAt, ip, device, isCurrent: id === currentId }
}
