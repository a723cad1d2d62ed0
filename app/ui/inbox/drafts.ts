import { useEffect, useState } from 'react'

export type ComposerMode = 'reply' | 'note'

/** What is typed and not sent, kept on this device per member, conversation and kind. */
export function useDraft(
  place: { memberId: number; conversationId: number; mode: ComposerMode },
  given: string | undefined,
): [string, (text: string) => void] {
  const { memberId, conversationId, mode } = place
  const key = `draft:${memberId}:${conversationId}:${mode}`
  const [draft, setDraft] = useState({ key, text: given ?? '' })
  useEffect(() => {
    setDraft({ key, text: given ?? read(key) })
  }, [key, given])
  const change = (text: string) => {
    setDraft({ key, text })
    write(key, text)
  }
  return [draft.key === key ? draft.text : '', change]
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, text: string) {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Storage is full or forbidden: the text stays in the field.
  }
}
