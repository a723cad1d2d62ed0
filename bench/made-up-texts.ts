/** Numbers 0..1 that are the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const SYLLABLES = [
  ...['ba', 'ke', 'mi', 'to', 'ru', 'sha', 'ndi', 'ko', 'la', 'we', 'chu', 'pa', 'zi', 'mo'],
  ...['ter', 'son', 'ling', 'ver', 'cas', 'der', 'ful', 'gran', 'hol', 'just', 'ment', 'nor'],
]
const COMMON_WORDS = [
  ...['the', 'a', 'to', 'of', 'and', 'is', 'in', 'for', 'you', 'we', 'can', 'with', 'on', 'at'],
  ...['our', 'your', 'how', 'what', 'do', 'it', 'are', 'be', 'this', 'that', 'or', 'from', 'not'],
]
const WORDS = 20_000
const TOPICS = 200
const TOPIC_WORDS = 40

/**
 * Passages that a search finds as hard as real ones: words as rare and as common as in a
 * language (Zipf), texts that belong to topics, about 60 words each.
 */
export function makeTexts(count: number, seed = 7) {
  const random = seededRandom(seed)
  const word = (rank: number) => {
    const from = seededRandom(rank * 7_919 + 1)
    return Array.from({ length: 2 + (rank % 3) }, () => pick(SYLLABLES, from)).join('')
  }
  const words = Array.from({ length: WORDS }, (_, rank) => word(rank + 1))
  const zipf = () => words[Math.floor(WORDS ** random()) - 1] as string
  const topics = Array.from({ length: TOPICS }, () =>
    Array.from({ length: TOPIC_WORDS }, () => words[Math.floor(random() * WORDS)] as string),
  )
  const sentence = (topic: string[], length: number) =>
    Array.from({ length }, () => {
      const kind = random()
      if (kind < 0.4) return pick(COMMON_WORDS, random)
      return kind < 0.7 ? pick(topic, random) : zipf()
    }).join(' ')
  const make = (length: number) => sentence(pick(topics, random), length)
  return {
    passages: Array.from({ length: count }, () => {
      const topic = pick(topics, random)
      return { title: sentence(topic, 7), text: sentence(topic, 55) }
    }),
    questions: (wanted: number) => Array.from({ length: wanted }, () => make(9)),
  }
}

function pick<T>(items: T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T
}
