import { Bot, Headset, Settings2, Smartphone, User } from 'lucide-react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import { useT } from '../i18n-provider.tsx'

export type AuthorKind = ThreadMessage['authorKind']

const signs = {
  contact: User,
  ai: Bot,
  member: Headset,
  phone: Smartphone,
  system: Settings2,
} satisfies Record<AuthorKind, typeof User>

const words = {
  contact: 'inbox.author.contact',
  ai: 'inbox.author.ai',
  member: 'inbox.author.member',
  phone: 'inbox.author.phone',
  system: 'inbox.author.system',
} satisfies Record<AuthorKind, MessageKey>

/** Who wrote it, by a shape of its own. */
export function AuthorIcon({ kind, className }: { kind: AuthorKind; className?: string }) {
  const Icon = signs[kind]
  return <Icon className={className ?? 'size-3.5 shrink-0'} aria-hidden />
}

/** Who wrote it, in a word; a person by their name. */
export function useAuthorWord() {
  const t = useT()
  return (kind: AuthorKind, name?: string | null, writer?: string) => {
    if (kind === 'ai' && writer === 'builtin') return t('inbox.author.builtin')
    return (kind === 'member' && name) || t(words[kind])
  }
}
