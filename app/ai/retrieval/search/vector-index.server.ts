import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import type { Ranked } from './result.ts'

/** One signed byte per dimension in memory; the file keeps the floats. */
const BYTE_MAX = 127
/** Candidates found by bytes, whose exact cosine is then taken from the file by sqlite-vec. */
const RESCORED = 150

type VectorRow = { passage_id: number; vector: Buffer; revision: number }

/**
 * The vectors of one model in memory, quantised to bytes. Rows are only ever added: passages
 * do not change under their id, and deleted ones are dropped when their text is fetched.
 */
export class VectorIndex {
  readonly modelId: number
  readonly dimensions: number
  revision = 0
  count = 0
  private ids = new Float64Array(0)
  private codes = new Int8Array(0)
  private scales = new Float32Array(0)
  private readonly rowById = new Map<number, number>()

  constructor(modelId: number, dimensions: number) {
    this.modelId = modelId
    this.dimensions = dimensions
  }

  get bytes(): number {
    return this.codes.byteLength + this.ids.byteLength + this.scales.byteLength
  }

  has(passageId: number): boolean {
    return this.rowById.has(passageId)
  }

  /** Reads what was stored since the last look. */
  refresh(sqlite: Sqlite): void {
    const added = sqlite
      .prepare<[number, number], number>(
        'select count(*) from passage_vectors where model_id = ? and revision > ?',
      )
      .pluck()
      .get(this.modelId, this.revision)
    if (!added) return
    this.reserve(this.count + added)
    const rows = sqlite
      .prepare<[number, number], VectorRow>(
        `select passage_id, vector, revision from passage_vectors
         where model_id = ? and revision > ?`,
      )
      .iterate(this.modelId, this.revision)
    let newest = this.revision
    for (const row of rows) {
      this.add(row.passage_id, row.vector)
      newest = Math.max(newest, row.revision)
    }
    this.revision = newest
  }

  /** The nearest passages by cosine, best first: bytes choose, floats rank. */
  search(sqlite: Sqlite, query: Float32Array, limit: number): Ranked[] {
    const candidates = this.nearestByBytes(query, Math.max(RESCORED, limit))
    const rows = sqlite
      .prepare<[Buffer, string, number], { id: number; distance: number | null }>(
        `select passage_id as id, vec_distance_cosine(vector, ?) as distance from json_each(?)
         cross join passage_vectors on passage_id = value and model_id = ?`,
      )
      .all(toBlob(query), JSON.stringify(candidates.map(({ id }) => id)), this.modelId)
    return rows
      .map(({ id, distance }) => ({ id, score: distance === null ? 0 : 1 - distance }))
      .sort((left, right) => right.score - left.score || left.id - right.id)
      .slice(0, limit)
  }

  private add(passageId: number, vector: Buffer): void {
    const floats = new Float32Array(new Uint8Array(vector).buffer)
    if (floats.length !== this.dimensions || this.rowById.has(passageId)) return
    const row = this.count
    let largest = 0
    for (const value of floats) largest = Math.max(largest, Math.abs(value))
    const scale = largest / BYTE_MAX || 1
    for (let at = 0; at < this.dimensions; at++) {
      this.codes[row * this.dimensions + at] = Math.round((floats[at] as number) / scale)
    }
    this.ids[row] = passageId
    this.scales[row] = scale
    this.rowById.set(passageId, row)
    this.count += 1
  }

  private reserve(rows: number): void {
    const capacity = this.ids.length
    if (rows <= capacity) return
    const wanted = Math.max(rows, Math.ceil(capacity * 1.25))
    this.ids = grown(this.ids, new Float64Array(wanted))
    this.scales = grown(this.scales, new Float32Array(wanted))
    this.codes = grown(this.codes, new Int8Array(wanted * this.dimensions))
  }

  private nearestByBytes(query: Float32Array, limit: number): Ranked[] {
    const wanted = toBytes(query)
    const scores = new Float32Array(this.count)
    const { codes, dimensions, scales } = this
    for (let row = 0, base = 0; row < this.count; row++, base += dimensions) {
      let sum = 0
      for (let at = 0; at < dimensions; at++) {
        sum += (codes[base + at] as number) * (wanted[at] as number)
      }
      scores[row] = sum * (scales[row] as number)
    }
    return topRows(scores, limit).map((row) => ({
      id: this.ids[row] as number,
      score: scores[row] as number,
    }))
  }
}

function toBytes(vector: Float32Array): Int32Array {
  let largest = 0
  for (const value of vector) largest = Math.max(largest, Math.abs(value))
  return Int32Array.from(vector, (value) => Math.round((value / (largest || 1)) * BYTE_MAX))
}

/** Rows of the highest scores, in no order: kept in a buffer that is cut when it overflows. */
function topRows(scores: Float32Array, limit: number): number[] {
  let kept: number[] = []
  let floor = -Infinity
  const byScore = (left: number, right: number) =>
    (scores[right] as number) - (scores[left] as number)
  for (let row = 0; row < scores.length; row++) {
    if ((scores[row] as number) <= floor) continue
    kept.push(row)
    if (kept.length < limit * 4) continue
    kept = kept.sort(byScore).slice(0, limit)
    floor = scores[kept[limit - 1] as number] as number
  }
  return kept.sort(byScore).slice(0, limit)
}

function grown<T extends Float64Array | Float32Array | Int8Array>(old: T, fresh: T): T {
  fresh.set(old)
  return fresh
}

function toBlob(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
}
