import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Checkbox } from '../choice.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { CopyField } from '../copy-field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Progress } from '../progress.tsx'
import { Time } from '../time.tsx'
import { demoParts } from './shown.ts'

const LOOK_AGAIN_MS = 1_500

export type ShownDemo = {
  state: 'making' | 'ready' | 'failed'
  done: number
  total: number
  expiresAt: number
  /** where it is entered, without a password */
  door: string
}

/** A demo company of a prospect: made, shown, given more time, made a company or ended. */
export function ProspectDemo(props: {
  id: number
  name: string
  demo: ShownDemo | undefined
  /** the prospect can become a company, and nobody has begun */
  mayConvert: boolean
}) {
  const { id, name, demo, mayConvert } = props
  const t = useT()
  return (
    <Card title={t('demos.title')} description={demo ? undefined : t('demos.lead')}>
      {!demo && <MakeDemo id={id} label={t('demos.make')} />}
      {demo?.state === 'making' && <Making demo={demo} />}
      {demo?.state === 'failed' && (
        <div className="flex flex-col gap-3">
          <Notice tone="bad">{t('demos.failed')}</Notice>
          <MakeDemo id={id} label={t('demos.again')} />
        </div>
      )}
      {demo?.state === 'ready' && (
        <div className="flex flex-col gap-4">
          <LinkButton to={demo.door} reloadDocument wide>
            {t('demos.open')}
          </LinkButton>
          <CopyField label={t('demos.link')} value={demo.door} />
          <Until id={id} name={name} expiresAt={demo.expiresAt} />
          {mayConvert && <Convert id={id} />}
        </div>
      )}
    </Card>
  )
}

function MakeDemo({ id, label }: { id: number; label: string }) {
  const action = `/sales/prospects/${id}/demo`
  return (
    <Form method="post" action={action}>
      <SubmitButton action={action} variant="secondary">
        {label}
      </SubmitButton>
    </Form>
  )
}

function Making({ demo: { done, total } }: { demo: ShownDemo }) {
  const t = useT()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <div className="flex flex-col gap-3">
      <Progress label={t('demos.making')} done={done} total={total} />
      <noscript>
        <LinkButton to="?" reloadDocument>
          {t('demos.refresh')}
        </LinkButton>
      </noscript>
    </div>
  )
}

function Until({ id, name, expiresAt }: { id: number; name: string; expiresAt: number }) {
  const t = useT()
  const extension = `/sales/prospects/${id}/demo/extension`
  return (
    <div className="border-t pt-4">
      <p className="mb-3 text-soft">
        {t('demos.until')} <Time at={expiresAt} as="moment" />
      </p>
      <div className="flex flex-wrap gap-2">
        <Form method="post" action={extension}>
          <SubmitButton action={extension} variant="secondary" size="small">
            {t('demos.extend')}
          </SubmitButton>
        </Form>
        <ConfirmDialog
          id="end-demo"
          trigger={t('demos.end')}
          triggerLook={{ size: 'small' }}
          title={t('demos.endTitle', { name })}
          action={`/sales/prospects/${id}/demo/ending`}
          confirmLabel={t('demos.end')}
        >
          {t('demos.endLead')}
        </ConfirmDialog>
      </div>
    </div>
  )
}

/** What was tried becomes the company's; the sample people and conversations do not. */
function Convert({ id }: { id: number }) {
  const t = useT()
  const action = `/sales/prospects/${id}/demo/company`
  return (
    <Form method="post" action={action} className="flex flex-col gap-3 border-t pt-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">{t('demos.convert')}</legend>
        <p className="text-small text-soft">{t('demos.convertLead')}</p>
        {demoParts.map((part) => (
          <Checkbox key={part} name={part} label={t(`demos.keep_${part}`)} defaultChecked />
        ))}
      </fieldset>
      <div>
        <SubmitButton action={action}>{t('demos.convertBegin')}</SubmitButton>
      </div>
    </Form>
  )
}
