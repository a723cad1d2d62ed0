import type { MessageKey, Messages } from '#app/i18n/translate.ts'
import { translate } from '#app/i18n/translate.ts'

/** `member.role_changed` as `Member: role changed`. A word that has no sentence yet stays itself. */
export function actionWords(messages: Messages, action: string): string {
  const [noun = '', verb = ''] = action.split('.', 2)
  return translate(messages, 'audit.sentence', {
    noun: word(messages, 'noun', noun),
    verb: word(messages, 'verb', verb),
  })
}

/** What an entry is about: `Member 7`. */
export function subjectWords(messages: Messages, kind: string, id: string | null): string {
  const noun = word(messages, 'noun', kind)
  return id === null ? noun : translate(messages, 'audit.numbered', { noun, id })
}

/** One detail's value: what it was and is, or what it is. */
export function valueWords(messages: Messages, value: unknown): string {
  if (isChange(value)) {
    const [from, to] = [value.from, value.to].map((one) => valueWords(messages, one))
    return translate(messages, 'audit.fromTo', { from: from ?? '', to: to ?? '' })
  }
  if (value === null || value === undefined || value === '')
    return translate(messages, 'audit.empty')
  if (typeof value === 'boolean') return translate(messages, value ? 'audit.yes' : 'audit.no')
  if (Array.isArray(value)) {
    if (value.length === 0) return translate(messages, 'audit.empty')
    return value.map((one) => valueWords(messages, one)).join(', ')
  }
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${fieldWords(name)}: ${valueWords(messages, one)}`)
      .join('; ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** `logoFileId` as `logo file id`: names of fields are for whoever looks closely. */
export function fieldWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}

function isChange(value: unknown): value is { from: unknown; to: unknown } {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value
}

function word(messages: Messages, part: 'noun' | 'verb', name: string): string {
  const key = `audit.${part}_${name}`
  const isKnown = Object.hasOwn(messages.texts, key)
  return isKnown ? translate(messages, key as MessageKey) : name.replaceAll('_', ' ')
}
