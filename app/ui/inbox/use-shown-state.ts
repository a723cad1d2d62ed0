import { useFetcher } from '@remix-run/react'
import type { ThreadData } from './page-data.ts'

/** The state as it will be once what is on its way has arrived. */
export function useShownState({ head, assignees, me }: ThreadData) {
  const path = `/conversations/${head.id}`
  const takeOver = useFetcher({ key: `${path}/takeover` })
  const giveBack = useFetcher({ key: `${path}/handback` })
  const assignment = useFetcher({ key: `${path}/assignment` })
  const wish = assignment.formData?.get('memberId')
  const assignedTo = typeof wish === 'string' ? Number(wish) || null : head.assignedTo
  const known = [...assignees, me].find((member) => member.id === assignedTo)
  return {
    isCallAnswered: takeOver.formData !== undefined || giveBack.formData !== undefined,
    aiState: takeOver.formData ? 'paused' : giveBack.formData ? 'on' : head.aiState,
    assignedTo,
    assigneeName: assignedTo === head.assignedTo ? head.assigneeName : (known?.name ?? null),
  }
}
