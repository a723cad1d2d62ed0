import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** What staff teach in their own words: facts, guidelines, sample conversations, voice; and what is missing. */
export function trainingPages(): PortalPage[] {
  const kinds = ['fact', 'guideline', 'sample']
  const voice = [
    page('/knowledge/voice', 'knowledge/voice', {
      ...{ GET: 'knowledge.read', POST: 'knowledge.write' },
    }),
    page('/knowledge/voice/trial', 'knowledge/voice-trial', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
  ]
  const status = [
    page('/knowledge/status', 'knowledge/status', {
      ...{ GET: 'knowledge.read', POST: 'knowledge.write' },
    }),
    ...[
      ['conflicts/:id/settlement', 'conflict-settlement'],
      ['gaps/:id/closure', 'gap-closure'],
      ['tried-gaps/:id/closure', 'tried-gap-closure'],
    ].map(([path, file]) =>
      page(`/knowledge/${path}`, `knowledge/${file}`, { POST: 'knowledge.write' }, 'bare'),
    ),
  ]
  const taught = kinds.flatMap((kind) => [
    page(`/knowledge/${kind}s`, `knowledge/${kind}s`, { GET: 'knowledge.read' }),
    page(`/knowledge/${kind}s/new`, `knowledge/${kind}-new`, {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page(`/knowledge/${kind}s/:id`, `knowledge/${kind}`, {
      ...{ GET: 'knowledge.read', POST: 'knowledge.write' },
    }),
    page(
      `/knowledge/${kind}s/:id/deletion`,
      `knowledge/${kind}-deletion`,
      { POST: 'knowledge.write' },
      'bare',
    ),
  ])
  return [...voice, ...status, ...taught]
}
