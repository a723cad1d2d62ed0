import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'

const known = ['no_line', 'nothing_to_send', 'no_secret', 'not_possible', 'upload_failed'] as const

/** Why the phone could not do it. */
export function ProblemNotice({ code }: { code: string }) {
  const t = useT()
  const found = known.find((one) => one === code)
  const status = /^answer_(\d{1,3})$/.exec(code)?.[1] ?? '0'
  return (
    <div role="alert">
      <Notice tone="bad">
        {found ? t(`simulator.problem.${found}`) : t('simulator.problem.refused', { status })}
      </Notice>
    </div>
  )
}
