import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { SESSION_LIFETIME_MS } from '#app/domain/members/sessions.server.ts'
import { takeHandOver } from '#app/domain/members/sign-in.server.ts'
import { AccountFrame } from '#app/routes/account/account-frame.tsx'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toPortal } from '#app/routes/require.server.ts'
import { sessionCookie } from '#app/server/cookies.server.ts'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Where the app host sends somebody who has just signed up. Reads only: the form below writes. */
export function loader(args: LoaderFunctionArgs) {
  const { tenant, member } = toPortal(args.context)
  if (member) return redirect('/conversations')
  const code = new URL(args.request.url).searchParams.get('code') ?? ''
  const title = pageTitle(args, 'auth.handOverTitle')
  return { title, code, company: { name: tenant.name } }
}

/** Takes the one-time code and signs in on this host; without a good one, the usual way in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, isSecure } = toPortal(context)
  const token = takeHandOver(db, (await readFields(request))['code'] ?? '')
  if (!token) return redirect('/login')
  const cookie = sessionCookie('portal', token, { isSecure, maxAgeS: SESSION_LIFETIME_MS / 1000 })
  return redirect('/conversations', { headers: { 'Set-Cookie': cookie } })
}

export default function HandOver() {
  const { code, company } = useLoaderData<{ code: string; company: { name: string } }>()
  const form = useRef<HTMLFormElement>(null)
  const t = useT()
  useEffect(() => form.current?.submit(), [])
  return (
    <AccountFrame title={t('auth.handOverTitle')} company={company}>
      <Form method="post" action="/hand-over" reloadDocument ref={form}>
        <input type="hidden" name="code" value={code} />
        <Button type="submit" variant="primary" size="large" wide>
          {t('common.continue')}
        </Button>
      </Form>
    </AccountFrame>
  )
}
