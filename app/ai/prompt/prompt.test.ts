import { describe, expect, it } from 'vitest'
import type { ThreadMessage } from '#app/domain/answers/thread.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { industries } from '#app/industries/registry.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import { toHoursLines } from './hours.ts'
import { toNowLine } from './now.ts'
import { promptRules } from './rules.ts'
import { toCleanText, toOneLine } from './text.ts'
import { toPromptMessages } from './thread.ts'
import { toStablePrompt } from './voice.ts'

let serial = 0

function said(isInbound: boolean, text: string, type: ThreadMessage['type'] = 'text') {
  return { id: ++serial, isInbound, text, type, at: serial, editedAt: null }
}

function companyOf(change: Partial<Company>): Company {
  return {
    ...{ id: 1, name: 'Jua', industry: 'law', description: '', phone: null, email: null },
    ...{ website: null, address: null, timeZone: 'Africa/Nairobi', currency: 'KES' },
    ...{ language: 'en', logoFileId: null, accentColor: '#000000', hoursJson: '{}' },
    ...{ aiEnabled: 1, aiThreshold: 0.6, aiMonthlyBudgetCents: null, aiAgentName: '' },
    ...{ aiTone: 'friendly', aiInstructions: '', agentsSeeEarlier: 0, agentsSeeUnassigned: 0 },
    ...{ ownerVerifiedAt: 1, createdAt: 1, updatedAt: 1, ...change },
  } as Company
}

describe('the stable part', () => {
  it('holds the rules, the trade’s limits and the company’s own words', () => {
    const text = toStablePrompt(companyOf({ aiAgentName: 'Asha', aiInstructions: 'Say “Karibu”.' }))
    for (const line of [...promptRules, ...industries.law.limits]) expect(text).toContain(line)
    expect(text).toContain('as Asha, its automatic assistant')
    expect(text).toContain('Say “Karibu”.')
  })

  it.each(industrySlugs)('knows the trade %s', (industry) => {
    const text = toStablePrompt(companyOf({ industry }))
    expect(text).toContain(industries[industry].prompt)
    expect(industries[industry].limits.length).toBeGreaterThanOrEqual(2)
  })
})

describe('the hour', () => {
  it('is told in the company’s zone', () => {
    const at = Date.UTC(2026, 10, 20, 21, 5)
    expect(toNowLine(at, 'Africa/Nairobi')).toBe(
      'Now: Saturday 21 November 2026, 00:05 (Africa/Nairobi)',
    )
  })

  it.each([
    ['{}', 0],
    ['not json', 0],
    ['{"mon": 5}', 0],
    ['{"mon":"08:00-17:00","sun":null}', 7],
  ])('opening hours from %s', (json, lines) => expect(toHoursLines(json)).toHaveLength(lines))

  it('says which days are closed', () => {
    const lines = toHoursLines(
      '{"mon":["08:00-12:00","13:00-17:00"],"tue":{"open":"9","close":"5"}}',
    )
    expect(lines.slice(0, 3)).toEqual([
      'Monday: 08:00-12:00, 13:00-17:00',
      'Tuesday: 9-5',
      'Wednesday: closed',
    ])
  })
})

describe('the conversation', () => {
  it('alternates, starts with the customer and ends with the turn', () => {
    const earlier = [
      said(false, 'Welcome'),
      said(true, 'Hi'),
      said(true, 'there'),
      said(false, 'Hello'),
    ]
    const turn = [said(true, 'How much'), said(true, 'is it?')]
    expect(toPromptMessages(earlier, turn)).toEqual([
      { role: 'user', content: 'Hi\nthere' },
      { role: 'assistant', content: 'Hello' },
      { role: 'user', content: 'How much\nis it?' },
    ])
  })

  it('names what cannot be read', () => {
    const earlier = [said(true, '', 'audio'), said(false, 'Sorry?')]
    expect(toPromptMessages(earlier, [said(true, 'the blue one', 'image')])).toEqual([
      { role: 'user', content: '[a voice message that you cannot hear]' },
      { role: 'assistant', content: 'Sorry?' },
      { role: 'user', content: 'the blue one' },
    ])
  })
})

describe('text', () => {
  it('loses what is invisible and half characters, and is cut', () => {
    expect(toCleanText(' a\u200b\u202eb\r\nc\u0000 ', 10)).toBe('ab\nc')
    expect(toCleanText('x'.repeat(20), 5)).toBe('xxxx…')
    expect(toCleanText('👍👍👍', 4)).toBe('👍…')
    expect(toOneLine('[1] a\n[2] b\u2028c', 20)).toBe('[1] a [2] b c')
  })
})
