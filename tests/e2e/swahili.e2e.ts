import type { Page } from '@playwright/test'
import { texts as en } from '../../app/i18n/en.ts'
import { texts as sw } from '../../app/i18n/sw.ts'
import { expect, signIn, test } from './product.ts'

/** Words that stand in both languages, or that people and companies write themselves. */
const LETTERS_MIN = 3
const swahili = new Set<string>(Object.values(sw))
const english = Object.values(en).filter(
  (text) => text.length >= LETTERS_MIN && !text.includes('{') && !swahili.has(text),
)
const areas = [...new Set(Object.keys(en).map((key) => key.split('.')[0]))]

test('in Swahili nothing of the main pages is left in English', async ({ page, product }) => {
  await page.goto(product.url('tembo-motors', '/login'))
  await page.getByRole('button', { name: 'Kiswahili' }).click()
  await expect(page.getByRole('heading', { name: sw['auth.signInTitle'] })).toBeVisible()
  await expectSwahili(page)
  await signIn(page, product, 'tembo-motors', 'mercy@tembo-motors.example')
  // Mercy's own choice is English, and it goes with her; she changes her mind.
  await page.getByText('Mercy Chebet').locator('visible=true').first().click()
  const choice = page.getByRole('button', { name: 'Kiswahili' }).locator('visible=true')
  if ((await choice.getAttribute('aria-pressed')) === 'false') await choice.click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'sw')
  await expect(page.getByRole('link', { name: sw['inbox.title'] }).first()).toBeVisible()
  await expectSwahili(page)
  await page.locator('[data-row]').first().click()
  await expect(page.locator('[data-timeline]')).toBeVisible()
  await expectSwahili(page)
  for (const path of ['/contacts', '/profile', '/profile/password', '/profile/two-factor']) {
    await page.goto(product.url('tembo-motors', path))
    await expectSwahili(page)
  }
  await page.goto(product.url('tembo-motors', '/nothing-here'))
  await expect(page.getByRole('heading', { name: sw['errors.page404Title'] })).toBeVisible()
})

/** Looks at what is read and what is heard: texts, names, hints and the title. */
async function expectSwahili(page: Page) {
  const texts = await page.evaluate(readTexts)
  const left = texts.filter((text) => english.includes(text))
  expect(left, `English on ${page.url()}`).toEqual([])
  const key = new RegExp(`^(${areas.join('|')})\\.[a-z]\\w+$`, 'i')
  expect(
    texts.filter((text) => key.test(text)),
    `keys on ${page.url()}`,
  ).toEqual([])
}

function readTexts(): string[] {
  const texts = [document.title.split(' · ')[0] ?? '']
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (parent?.closest('script, style, noscript')) continue
    texts.push(walker.currentNode.textContent ?? '')
  }
  for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'placeholder']) {
      texts.push(element.getAttribute(name) ?? '')
    }
  }
  return texts.map((text) => text.trim()).filter(Boolean)
}
