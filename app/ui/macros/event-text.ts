import type { MacroStepKind } from '#app/domain/macros/macro.ts'
import type { MessageKey, Translate } from '#app/i18n/translate.ts'

/** What a macro did, in words: its steps in their order. */
export function kindsText(t: Translate, kinds: readonly unknown[]): string {
  return kinds.map((kind) => t(kindKey(kind as MacroStepKind))).join(' · ')
}

export function kindKey(kind: MacroStepKind): MessageKey {
  return `macros.kind.${kind}`
}

/** The line in the thread. */
export function macroText(
  t: Translate,
  { name, data }: { name: string; data: Record<string, unknown> },
): string {
  const kinds = Array.isArray(data['kinds']) ? data['kinds'] : []
  const macro = typeof data['name'] === 'string' ? data['name'] : ''
  return t('macros.event.run', { name, macro, steps: kindsText(t, kinds) })
}
