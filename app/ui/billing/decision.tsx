import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'

type DecisionProps = {
  /** The address of what waits, without a slash at its end. */
  base: string
  company: string
  mayApprove: boolean
  /** Whoever asked for it cannot agree to it as well. */
  isOwn: boolean
  /** Further ways to go on, between agreeing and refusing. */
  children?: ReactNode
}

/** What a second person says of money that waits. */
export function Decision({ base, company, mayApprove, isOwn, children }: DecisionProps) {
  const t = useT()
  return (
    <span className="flex flex-wrap justify-end gap-2">
      {isOwn && (
        <span className="self-center text-small text-faint">{t('billing.staff.second')}</span>
      )}
      {mayApprove && (
        <Step
          action={`${base}/approval`}
          label={t('billing.staff.approve')}
          spoken={t('billing.staff.approveOf', { company })}
        />
      )}
      {children}
      <Step
        action={`${base}/refusal`}
        label={t('billing.staff.refuse')}
        spoken={t('billing.staff.refuseOf', { company })}
        quiet
      />
    </span>
  )
}

/** One button with a form of its own; it is spoken with the company's name. */
export function Step(props: { action: string; label: string; spoken: string; quiet?: boolean }) {
  return (
    <Form method="post" action={props.action}>
      <Button
        size="small"
        variant={props.quiet ? 'quiet' : undefined}
        type="submit"
        aria-label={props.spoken}
      >
        {props.label}
      </Button>
    </Form>
  )
}
