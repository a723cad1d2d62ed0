import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { SESSION_LIFETIME_MS } from '#app/domain/members/sessions.server.ts'
import { AccountFrame } from '#app/routes/account/account-frame.tsx'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toPortal } from '#app/routes/require.server.ts'
import { sessionCookie } from '#app/server/cookies.server.ts'
import { Button } from '#app/ui/button.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

type DoorData = { demoKey: string; until: number; company: { name: string } }

/** Where the link to a demo leads. Reads only: the form below signs in. */
export function loader(args: LoaderFunctionArgs) {
  const { tenant, member } = toPortal(args.context)
  const until = tenant.demoExpiresAt
  if (until === null) return redirect('/')
  if (member) return redirect('/conversations')
  const demoKey = new URL(args.request.url).searchParams.get('key')?.slice(0, 100) ?? ''
  const title = pageTitle(args, 'demos.doorTitle')
  const headers = { 'Referrer-Policy': 'no-referrer' }
  return data({ title, demoKey, until, company: { name: tenant.name } }, { headers })
}

/** Lets whoever brings the key look around as the demo's guest. @throws Response 404 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, tenant, isSecure, services, ip, userAgent } = toPortal(context)
  if (tenant.demoExpiresAt === null) throw new Response(null, { status: 404 })
  const { key = '' } = await readFields(request)
  const place = { tenantId: tenant.id, db }
  const token = services.demos.enter(place, key, { ip, userAgent })
  if (!token) return redirect('/login')
  const cookie = sessionCookie('portal', token, { isSecure, maxAgeS: SESSION_LIFETIME_MS / 1000 })
  return redirect('/conversations', { headers: { 'Set-Cookie': cookie } })
}

export default function DemoDoor() {
  const { demoKey, until, company } = useLoaderData<DoorData>()
  const t = useT()
  const { day } = useFormat()
  return (
    <AccountFrame
      title={t('demos.doorTitle')}
      lead={t('demos.doorLead', { day: day(until) })}
      company={company}
    >
      <Form method="post" action="/demo" reloadDocument>
        <input type="hidden" name="key" value={demoKey} />
        <Button type="submit" variant="primary" size="large" wide>
          {t('demos.doorOpen')}
        </Button>
      </Form>
    </AccountFrame>
  )
}
