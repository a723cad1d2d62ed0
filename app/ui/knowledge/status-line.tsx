import { Search } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'
import { Progress } from '../progress.tsx'

export type Status = {
  passages: number
  embedded: number
  embedder: { provider: string; model: string } | undefined
  isBuilding: boolean
}

const providers = {
  builtin: 'knowledge.embedder_builtin',
  voyage: 'knowledge.embedder_voyage',
  openai: 'knowledge.embedder_openai',
} as const

/** How the company's knowledge is searched right now. */
export function StatusLine({ status }: { status: Status }) {
  const t = useT()
  const { passages, embedded, isBuilding } = status
  const count = passages
  const isReady = embedded >= passages
  if (isBuilding && passages > 0)
    return <Progress label={t('knowledge.statusBuilding')} done={embedded} total={passages} />
  return (
    <p className="flex items-start gap-2 text-soft">
      <Search className="mt-0.5 size-4 shrink-0 text-faint" aria-hidden />
      <span>
        {t(isReady ? 'knowledge.statusReady' : 'knowledge.statusWords', { count })}
        <EmbedderName embedder={status.embedder} />
      </span>
    </p>
  )
}

function EmbedderName({ embedder }: { embedder: Status['embedder'] }) {
  const t = useT()
  if (!embedder) return null
  const { provider, model } = embedder
  const isBuiltIn = provider === 'builtin'
  const known = Object.hasOwn(providers, provider)
    ? t(providers[provider as keyof typeof providers])
    : provider
  const name = isBuiltIn ? known : `${known}, ${model}`
  return <span className="text-faint"> · {t('knowledge.statusEmbedder', { name })}</span>
}
