import type { Measure } from '#app/domain/usage/measures.ts'
import { Form, useLocation } from '@remix-run/react'
import { Button, LinkButton } from '../button.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'

type PlanNotice =
  | { kind: 'past_due' | 'trial'; day: number }
  | { kind: 'suspended' }
  | { kind: 'near' | 'full'; what: Measure[] }

/** Above every page of whoever pays: what is unpaid, ends soon or is almost used up. */
export function PlanBanner({ notice }: { notice: PlanNotice }) {
  const t = useT()
  const { day } = useFormat()
  const values = {
    ...('day' in notice && { day: day(notice.day) }),
    ...('what' in notice && {
      what: notice.what.map((name) => t(`billing.measure.${name}`)).join(', '),
    }),
  }
  const isBad = notice.kind === 'past_due' || notice.kind === 'suspended'
  return (
    <Notice
      tone={isBad ? 'bad' : 'warn'}
      look="bar"
      action={
        <span className="flex flex-wrap gap-2">
          <LinkButton to="/settings/billing" size="small">
            {t('billing.shell.open')}
          </LinkButton>
          {'what' in notice && <PutAway />}
        </span>
      }
    >
      {t(`billing.shell.${notice.kind}`, values)}
    </Notice>
  )
}

/** The warning of a limit may go, until the next threshold; what is unpaid may not. */
function PutAway() {
  const t = useT()
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action="/settings/billing/warning-dismissal" preventScrollReset>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <Button type="submit" variant="quiet" size="small">
        {t('control.dismiss')}
      </Button>
    </Form>
  )
}
