import { toPlain } from '#app/domain/contacts/score-rules.ts'
import { prepared, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** A shorter name is more often an ordinary word than the product. */
const NAME_LENGTH_MIN = 4

type Named = { id: number; name: string }
/** first word of a name → products with their plain names */
type Index = Map<string, (Named & { plain: string })[]>

const STATE = Symbol('reports.catalogState')
const kept = new WeakMap<TenantDb, { state: string; index: Index }>()

/** Products of the catalogue that a text (plain, see `toPlain`) calls by their whole name. */
export function findNamedProducts(db: TenantDb, plain: string): Named[] {
  const index = readIndex(db)
  if (index.size === 0) return []
  const padded = ` ${toWords(plain).join(' ')} `
  const candidates = [...new Set(toWords(plain))].flatMap((word) => index.get(word) ?? [])
  return candidates
    .filter((product) => padded.includes(` ${product.plain} `))
    .map(({ id, name }) => ({ id, name }))
}

/** Made again only when the catalogue has changed. */
function readIndex(db: TenantDb): Index {
  const state = prepared(db, STATE, selectState).get() as string
  const known = kept.get(db)
  if (known?.state === state) return known.index
  const index: Index = new Map()
  const rows = sqliteOf(db)
    .prepare<[], Named>('select id, name from products where is_active = 1')
    .all()
  for (const row of rows) {
    const words = toWords(toPlain(row.name))
    const plain = words.join(' ')
    if (!words[0] || plain.length < NAME_LENGTH_MIN) continue
    index.set(words[0], [...(index.get(words[0]) ?? []), { ...row, plain }])
  }
  kept.set(db, { state, index })
  return index
}

function toWords(plain: string): string[] {
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

function selectState(db: TenantDb) {
  return sqliteOf(db)
    .prepare<[], string>(`select coalesce(max(updated_at), 0) || '.' || count(*) from products`)
    .pluck()
}
