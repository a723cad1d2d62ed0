import type { Page } from '@playwright/test'

/** A row of it is wrong, so that there are rejections to look at. */
const GUESTS = 'Name;Phone\r\nTatu Import;0744600600\r\nBad row;12\r\n'

/** One of everything that the demo company has none of, so that its page can be looked at. */
export async function makeExamples(owner: Page): Promise<void> {
  const { origin } = new URL(owner.url())
  await owner.goto(`${origin}/contacts/import`)
  await owner.locator('input[type=file]').setInputFiles({
    ...{ name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(GUESTS) },
  })
  await owner.getByRole('button', { name: 'Upload and choose columns' }).click()
  await owner.getByRole('button', { name: 'Start the import' }).click()
  await owner.getByText('The import is done.').waitFor()

  await owner.goto(`${origin}/settings/contact-fields`)
  await owner.getByLabel('Name of the field').fill('Room they like')
  await owner.getByRole('button', { name: 'Add field' }).click()
  await owner.getByRole('link', { name: 'Room they like' }).waitFor()

  await owner.goto(`${origin}/knowledge/websites/new`)
  await owner.getByLabel('Address').fill('https://www.savanna-hotel.example/')
  await owner.getByRole('button', { name: 'Read the website' }).click()
  await owner.getByRole('heading', { name: 'www.savanna-hotel.example' }).waitFor()

  await teachByHand(owner)
  await nameForBilling(owner)

  await owner.goto(`${origin}/tasks/new`)
  await owner.getByLabel('What and when').fill('Call the florist tomorrow')
  await owner.getByRole('button', { name: 'Add', exact: true }).click()
  await owner.getByText('Call the florist').first().waitFor()

  await owner.goto(`${origin}/settings/macros/new`)
  await owner.getByLabel('Name').fill('Say thanks')
  await owner.getByRole('button', { name: 'Add', exact: true }).click()
  await owner.locator('ol textarea').first().fill('Asante!')
  await owner.getByRole('button', { name: 'Save', exact: true }).click()
  await owner.getByRole('link', { name: 'Say thanks' }).waitFor()
}

/** Somebody who hears about money, to be changed. */
async function nameForBilling(owner: Page): Promise<void> {
  const { origin } = new URL(owner.url())
  await owner.goto(`${origin}/settings/billing/contacts`)
  await owner.getByLabel('Name').fill('Grace Accounts')
  await owner.getByLabel('E-mail').fill('grace.accounts@savanna-hotel.example')
  await owner.getByRole('button', { name: 'Add a person' }).click()
  await owner.getByRole('link', { name: 'Change Grace Accounts' }).waitFor()
}

/** What staff say, and how the assistant is to be. */
async function teachByHand(owner: Page): Promise<void> {
  const { origin } = new URL(owner.url())
  const save = () => owner.getByRole('button', { name: 'Save', exact: true }).click()
  await owner.goto(`${origin}/knowledge/facts/new`)
  await owner.getByLabel('What it is about').fill('Road to the lodge')
  await owner.getByLabel('What is so').fill('The road is closed; come by the north gate.')
  await save()
  await owner.getByRole('link', { name: /Road to the lodge/ }).waitFor()
  await owner.goto(`${origin}/knowledge/guidelines/new`)
  await owner.getByLabel('Guideline').fill('Ask for the dates first.')
  await save()
  await owner.getByRole('link', { name: 'Ask for the dates first.' }).waitFor()
  await owner.goto(`${origin}/knowledge/samples/new`)
  await owner.getByLabel('Name').fill('A warm hello')
  await owner.getByLabel('Conversation').fill('Customer: Hi\nUs: Karibu sana!')
  await save()
  await owner.getByRole('link', { name: 'A warm hello' }).waitFor()
}

/** An agent asks to hand on what is theirs. */
export async function askForTransfer(agent: Page): Promise<void> {
  const { origin } = new URL(agent.url())
  const first = agent.locator('[data-row]').first()
  await first.waitFor()
  const path = new URL((await first.getAttribute('href')) ?? '', origin).pathname
  await agent.goto(`${origin}${path}/transfer`)
  await agent.getByLabel('Reason').fill('My shift ends')
  await agent.getByRole('button', { name: 'Ask for the transfer' }).click()
  await agent.getByText('My shift ends').first().waitFor()
}

/** Somebody of the platform looks into a company for support, and goes again. */
export async function lookIn(staff: Page, company: string): Promise<void> {
  const { origin } = new URL(staff.url())
  await staff.goto(`${origin}/admin/companies`)
  await staff.getByRole('link', { name: company }).first().click()
  await staff.getByRole('link', { name: 'Look in for support…' }).click()
  await staff.getByLabel('Reason').fill('A guest’s message is missing')
  await staff.getByRole('button', { name: 'Start session' }).click()
  await staff.waitForURL(/\/conversations/)
  await staff.getByRole('button', { name: 'End session' }).click()
  await staff.waitForURL(/\/support$/)
}

/** An announcement that nobody sees yet. */
export async function announceLater(staff: Page): Promise<void> {
  const { origin } = new URL(staff.url())
  await staff.goto(`${origin}/admin/announcements/new`)
  await staff.getByLabel('Title, English').fill('Maintenance')
  await staff.getByLabel('Title, Swahili').fill('Matengenezo')
  await staff.getByLabel('From').fill('2099-01-01T00:00')
  await staff.getByRole('button', { name: 'Announce' }).click()
  await staff.getByRole('heading', { name: 'How it looks' }).waitFor()
}
