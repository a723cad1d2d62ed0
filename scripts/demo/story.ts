import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { presences } from '#app/domain/assignment/presence.ts'
import { strategies } from '#app/domain/assignment/strategy.ts'

const member = z.object({ name: z.string(), email: z.email(), role: z.string() })

const team = z.object({
  strategy: z.enum(strategies),
  outOfHoursMessage: z.string(),
  holidays: z.array(z.object({ day: z.string(), name: z.string() })),
  people: z.array(
    z.object({
      email: z.string(),
      title: z.string(),
      capacity: z.number().optional(),
      presence: z.enum(presences).optional(),
    }),
  ),
  skills: z.array(
    z.object({ name: z.string(), words: z.array(z.string()), people: z.array(z.string()) }),
  ),
})

const company = z.object({
  slug: z.string(),
  name: z.string(),
  industry: z.string(),
  description: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  accentColor: z.string(),
  agentName: z.string(),
  tone: z.string(),
  hours: z.record(z.string(), z.string()),
  whatsapp: z.object({ phoneNumberId: z.string(), displayPhoneNumber: z.string() }),
  telegramBot: z.object({ id: z.string(), username: z.string() }),
  members: z.array(member).min(1),
  team: team.optional(),
})

const lead = z.object({
  title: z.string(),
  /** a stage of the pipeline every company starts with */
  stage: z.string(),
  /** in major units */
  value: z.string(),
  expectedInDays: z.number().optional(),
  nextAction: z.string().optional(),
  nextInHours: z.number().optional(),
  lostReason: z.string().optional(),
  fields: z.array(
    z.object({
      key: z.string(),
      value: z.string(),
      /** which of the story's messages says so, from 0 */
      message: z.number(),
      confirmedBy: z.string().optional(),
      correctedTo: z.string().optional(),
      /** read after the others were decided */
      later: z.boolean().optional(),
    }),
  ),
})

const story = z.object({
  contact: z.object({ name: z.string(), phone: z.string() }),
  assignedTo: z.string().optional(),
  aiState: z.enum(['on', 'paused', 'off']).optional(),
  needsPerson: z.string().optional(),
  closed: z.enum(['won', 'lost', 'resolved', 'abandoned']).optional(),
  lead: lead.optional(),
  messages: z.array(
    z.object({
      by: z.enum(['contact', 'ai', 'member']),
      minutesAgo: z.number(),
      text: z.string(),
      member: z.string().optional(),
    }),
  ),
})

export type DemoCompany = z.infer<typeof company>
export type Story = z.infer<typeof story>
export type StoryLead = z.infer<typeof lead>

/** The demo companies, in the order in which they are printed. */
export const demoSlugs = ['savanna-hotel', 'tembo-motors', 'jua-electronics'] as const

/** One password for every demo login: these companies only ever exist on somebody's own machine. */
export const DEMO_PASSWORD = 'karibu-baraza'

export const demoPlatformUsers = [
  { email: 'owner@baraza.example', name: 'Zawadi Owner', role: 'owner' },
  { email: 'rep@baraza.example', name: 'Moses Kiprono', role: 'sales' },
  { email: 'neema@baraza.example', name: 'Neema Hassan', role: 'sales' },
] as const

const folder = new URL('./companies/', import.meta.url)

export function readDemoCompany(slug: string): DemoCompany {
  return company.parse(readJson(slug, 'company.json'))
}

export function readStories(slug: string): Story[] {
  return z.array(story).parse(readJson(slug, 'stories.json'))
}

/** Bytes of a knowledge file beside the company. */
export function readDemoFile(slug: string, name: string): Buffer {
  return readFileSync(new URL(`${slug}/${name}`, folder))
}

/** What a demo company's WhatsApp number is configured with, on both sides. */
export function demoWhatsApp(demo: DemoCompany) {
  return {
    ...demo.whatsapp,
    wabaId: `20${demo.whatsapp.phoneNumberId.slice(2)}`,
    accessToken: `demo-access-token-${demo.slug}`,
    appSecret: `demo-app-secret-${demo.slug}`,
    verifyToken: `demo-verify-token-${demo.slug}`,
  }
}

/** What a demo company's Telegram bot is configured with, on both sides. */
export function demoTelegram(demo: DemoCompany) {
  return {
    botToken: `${demo.telegramBot.id}:DEMO-${demo.slug}`,
    secretToken: `demo-secret-${demo.slug}`,
    username: demo.telegramBot.username,
  }
}

function readJson(slug: string, name: string): unknown {
  return JSON.parse(readDemoFile(slug, name).toString('utf8'))
}
