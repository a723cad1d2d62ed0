import { RotateCcw } from 'lucide-react'
import { Button } from '../button.tsx'
import { RadioGroup } from '../choice.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { useInboxAround } from '../inbox/inbox-context.tsx'

/** Opens again at once; where a sale was written down it asks what becomes of that. */
export function ReopenButton(props: {
  id: number
  name: string
  /** minor units of the company's currency; null without a sale */
  soldMinor: number | null
  mayVoid: boolean
}) {
  const { id, name, soldMinor, mayVoid } = props
  const t = useT()
  const { money } = useFormat()
  const { query } = useInboxAround()
  const action = `/conversations/${id}/reopening`
  if (soldMinor === null || !mayVoid)
    return (
      <ActionForm action={action}>
        <Button
          type="submit"
          size="small"
          icon={<RotateCcw className="size-3.5" aria-hidden />}
          className="pointer-coarse:h-10"
        >
          {t('inbox.reopen')}
        </Button>
      </ActionForm>
    )
  return (
    <ConfirmDialog
      id="reopen"
      trigger={t('inbox.reopen')}
      triggerLook={{ size: 'small' }}
      title={t('closing.reopenTitle', { name })}
      action={action}
      fields={{ returnTo: `/conversations/${id}${query}` }}
      confirmLabel={t('inbox.reopen')}
      isHarmless
    >
      <RadioGroup
        name="sale"
        legend={t('closing.reopenLead', { amount: money(soldMinor) })}
        defaultValue="keep"
        options={(['keep', 'void'] as const).map((value) => ({
          value,
          label: t(value === 'keep' ? 'closing.reopenKeep' : 'closing.reopenVoid'),
          help: t(value === 'keep' ? 'closing.reopenKeepHelp' : 'closing.reopenVoidHelp'),
        }))}
      />
    </ConfirmDialog>
  )
}
