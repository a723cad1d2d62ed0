import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { toStablePrompt } from '#app/ai/prompt/voice.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { standardTexts } from '#app/industries/texts.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import {
  findIndustryTexts,
  listIndustries,
  restoreIndustryTexts,
  saveIndustryTexts,
} from '#app/platform/industries/texts.server.ts'
import { addTestUser } from '#app/platform/sales/test-sales.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const changed = { ...standardTexts('hotel'), prompt: 'Greet guests by their first name.' }

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let owner: PlatformActor

beforeAll(async () => {
  server = await startTestServer()
  hotel = server.addCompany('one-hotel')
  shop = server.addCompany('one-shop', 'hardware')
  owner = addTestUser(server.runtime.platform, 'Olive', 'owner')
})
afterAll(() => server.close())

const promptOf = (company: TestCompany) => toStablePrompt(getCompany(company.db))

it('reaches the companies of the trade, those to come, and no others', async () => {
  const { platform } = server.runtime
  saveIndustryTexts(platform, owner, { industry: 'hotel', texts: changed, at: Date.now() })
  await vi.waitFor(() => expect(promptOf(hotel)).toContain(changed.prompt))
  expect(promptOf(hotel)).toContain('“It is over our budget.” – ')
  expect(promptOf(shop)).not.toContain(changed.prompt)
  expect(promptOf(server.addCompany('later-hotel'))).toContain(changed.prompt)
  expect(findIndustryTexts(platform, 'hotel')).toMatchObject({
    ...{ texts: changed, change: { byName: 'Olive' } },
  })
  const rows = listIndustries(platform)
  expect(rows).toHaveLength(18)
  expect(rows.filter(({ change }) => change)).toMatchObject([{ industry: 'hotel', companies: 2 }])
})

it('goes back to the standard, and both are in the log', async () => {
  const { platform } = server.runtime
  restoreIndustryTexts(platform, owner, { industry: 'hotel', at: Date.now() })
  await vi.waitFor(() => expect(promptOf(hotel)).toContain(standardTexts('hotel').prompt))
  expect(promptOf(hotel)).not.toContain(changed.prompt)
  const actions = platformSqliteOf(platform)
    .prepare(`select action from platform_audit_log where action like 'industry.%' order by id`)
    .pluck()
    .all()
  expect(actions).toEqual(['industry.changed', 'industry.restored'])
})

it('calls the standard texts, saved as they are, no change', () => {
  const { platform } = server.runtime
  const texts = standardTexts('law')
  saveIndustryTexts(platform, owner, { industry: 'law', texts, at: Date.now() })
  expect(findIndustryTexts(platform, 'law').change).toBeUndefined()
})
