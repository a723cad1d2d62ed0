/** Zones of the world by IANA name, and the company's own markets first. */
const NEAR = [
  'Africa/Nairobi',
  'Africa/Kampala',
  'Africa/Dar_es_Salaam',
  'Africa/Kigali',
  'Africa/Addis_Ababa',
  'Africa/Lagos',
  'Africa/Johannesburg',
]

/** Every zone name this runtime knows, the near ones first. */
export function listTimeZones(): string[] {
  const all = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))
  return [...NEAR, ...all.filter((zone) => !NEAR.includes(zone))]
}

export function isTimeZone(name: string): boolean {
  if (name.length > 64) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name.includes('/')
  } catch {
    return false
  }
}
