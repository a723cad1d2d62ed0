/** What a column of a file can become. `field:7` is one of the company's own fields. */
export const importTargets = [
  ...(['name', 'phone', 'email', 'language', 'location', 'source', 'campaign'] as const),
  ...(['tags', 'notes', 'marketing'] as const),
] as const
export type ImportTarget = (typeof importTargets)[number] | `field:${number}`

/** Target of each column by its place; null leaves the column out. */
export type ImportMapping = (ImportTarget | null)[]

const words: Record<(typeof importTargets)[number], string[]> = {
  name: ['name', 'full name', 'contact', 'customer', 'client', 'jina', 'jina kamili', 'mteja'],
  phone: [
    ...['phone', 'phone number', 'mobile', 'mobile number', 'telephone', 'tel', 'cell', 'msisdn'],
    ...['whatsapp', 'whatsapp number', 'number', 'contact number', 'simu', 'namba', 'nambari'],
    ...['namba ya simu', 'nambari ya simu'],
  ],
  email: ['email', 'e mail', 'email address', 'mail', 'barua pepe'],
  language: ['language', 'lang', 'lugha'],
  location: ['location', 'city', 'town', 'county', 'address', 'area', 'mahali', 'mji', 'eneo'],
  source: ['source', 'came from', 'lead source', 'acquisition source', 'alitoka', 'chanzo'],
  campaign: ['campaign', 'utm campaign', 'kampeni'],
  tags: ['tags', 'tag', 'labels', 'label', 'groups', 'group', 'lebo'],
  notes: ['notes', 'note', 'comments', 'comment', 'remarks', 'maelezo', 'maoni'],
  marketing: ['marketing', 'consent', 'opt in', 'marketing consent', 'ridhaa', 'matangazo'],
}

/** What each column most likely is, by its name; nothing twice. */
export function guessMapping(
  header: string[],
  fields: { id: number; name: string }[],
): ImportMapping {
  const used = new Set<ImportTarget>()
  return header.map((title) => {
    const plain = toPlain(title)
    const field = fields.find((one) => toPlain(one.name) === plain)
    const known = importTargets.find((target) => words[target].includes(plain))
    const target: ImportTarget | undefined = field ? `field:${field.id}` : known
    if (!target || used.has(target)) return null
    used.add(target)
    return target
  })
}

function toPlain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
