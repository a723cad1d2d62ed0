import { useErrorText, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'

/** How a macro ended, on a page without JavaScript. */
export function MacroOutcome({ params }: { params: URLSearchParams }) {
  const t = useT()
  const errorText = useErrorText()
  const [step, why] = [Number(params.get('step')), params.get('why')]
  if (params.has('ran'))
    return (
      <div role="status">
        <Notice tone="good" look="bar">
          {t('macros.ran')}
        </Notice>
      </div>
    )
  if (!why || !step) return null
  return (
    <div role="alert">
      <Notice tone="bad" look="bar">
        {t('macros.stopped', { step, reason: errorText(why) })}
      </Notice>
    </div>
  )
}
