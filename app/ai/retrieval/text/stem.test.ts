import { expect, it } from 'vitest'
import { upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import { stem } from './stem.server.ts'
import { toWords } from './words.server.ts'

const TEXT = `Caresses ponies ties cats feed agreed plastered bled motoring sing conflated troubled
  sized hopping tanned falling hissing fizzed failing filing happy sky relational conditional
  rational valency hesitancy digitizer conformably radically differently vilely analogously
  vietnamization predication operator feudalism decisiveness hopefulness callousness formality
  sensitivity sensibility triplicate formative formalize electricity electrical hopeful goodness
  revival allowance inference airliner gyroscopic adjustable defensible irritant replacement
  adjustment dependent adoption homologous communism activate angularity effective bowdlerize
  probate rate cease controlling rolled iPhone 15Pro 1990s wholesale prices deliveries refunded
  Ninataka kununua simu, bei gani? Zinapatikana Jumatatu café naïve Zürich größe`

it('cuts and stems exactly as the full-text index does', () => {
  const { db, close } = createTestTenant()
  upsertFaqs(db, [{ question: 'Sing', answer: TEXT }])
  const vocabulary = sqliteOf(db).prepare('select term from passages_vocabulary order by term')
  const indexed = vocabulary.pluck().all()
  close()
  expect([...new Set(toWords(TEXT).map(stem))].sort()).toEqual(indexed)
})
