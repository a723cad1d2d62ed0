import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { AccountFrame } from '#app/routes/account/account-frame.tsx'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toPortal } from '#app/routes/require.server.ts'
import { readSessionCookie, sessionCookie } from '#app/server/cookies.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

type DoorData = {
  ticket: string
  end: 'company' | 'platform' | null
  company: { name: string }
  backUrl: string
}

/**
 * Where the app host sends one of its people with a ticket, and where somebody ends whose visit
 * is over. Reads only, so that a link that is merely looked at uses no ticket up.
 */
export function loader(args: LoaderFunctionArgs) {
  const { tenant, support, appOrigin, isSecure, services } = toPortal(args.context)
  if (support) return redirect('/conversations')
  const ticket = new URL(args.request.url).searchParams.get('ticket')?.slice(0, 100) ?? ''
  const title = pageTitle(args, ticket ? 'support.doorTitle' : 'support.overTitle')
  const backUrl = `${appOrigin}/admin/companies/${tenant.id}`
  const gone = sessionCookie('support', '', { isSecure, maxAgeS: 0 })
  const headers = { 'Set-Cookie': gone, 'Referrer-Policy': 'no-referrer' }
  const token = readSessionCookie(
    args.request.headers.get('Cookie') ?? undefined,
    'support',
    isSecure,
  )
  const end = token ? services.support.findEnd(tenant.id, token) : undefined
  return data(
    {
      title,
      ticket,
      end: end === 'user' ? null : (end ?? null),
      company: { name: tenant.name },
      backUrl,
    },
    { headers },
  )
}

/** Takes the ticket, once; without a good one the page says that it is over. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, tenant, origin, isSecure, services } = toPortal(context)
  const { ticket = '' } = await readFields(request)
  const entered = services.support.enter({ tenantId: tenant.id, db }, ticket, origin)
  if (!entered) return redirect('/support')
  const { token, maxAgeS } = entered
  const cookie = sessionCookie('support', token, { isSecure, maxAgeS })
  return redirect('/conversations', { headers: { 'Set-Cookie': cookie } })
}

const overWords = {
  time: 'support.overLead',
  company: 'visits.overByCompany',
  platform: 'visits.overByPlatform',
} as const

export default function Door() {
  const { ticket, end, company, backUrl } = useLoaderData<DoorData>()
  const form = useRef<HTMLFormElement>(null)
  const t = useT()
  useEffect(() => form.current?.submit(), [])
  if (!ticket)
    return (
      <AccountFrame
        title={t('support.overTitle')}
        lead={t(overWords[end ?? 'time'])}
        company={company}
      >
        <LinkButton to={backUrl} reloadDocument>
          {t('support.back')}
        </LinkButton>
      </AccountFrame>
    )
  return (
    <AccountFrame title={t('support.doorTitle')} lead={t('support.doorLead')} company={company}>
      <Form method="post" action="/support" reloadDocument ref={form}>
        <input type="hidden" name="ticket" value={ticket} />
        <Button type="submit" variant="primary" size="large" wide>
          {t('common.continue')}
        </Button>
      </Form>
    </AccountFrame>
  )
}
