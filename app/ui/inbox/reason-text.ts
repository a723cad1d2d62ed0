import { useKnownText } from '../i18n-provider.tsx'

/** Why a person is needed: a code of ours, and the assistant's own words where it had any. */
export function useReasonText() {
  const knownText = useKnownText()
  return (given: unknown, details?: unknown) => {
    const reason = typeof given === 'string' ? given : 'no_answer'
    const words = knownText(`ai.reason.${reason}`, reason)
    return typeof details === 'string' && details ? `${words} (${details})` : words
  }
}
