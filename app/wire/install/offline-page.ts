import { translator } from '#app/i18n/catalogue.server.ts'
import { chatLook } from '#app/server/chat-look.server.ts'
import type { Reader } from '#app/server/reader.server.ts'

/**
 * What an installed portal shows without a connection. It stands alone: its style is inside, and
 * it says nothing but the company's name, because browsers keep it.
 */
export function offlinePage({ language, brand, theme }: Reader, nonce: string): string {
  const t = translator(language)
  const { light, dark } = chatLook(brand.accent)
  const isDark = theme === 'dark'
  const name = escape(brand.name)
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(t('notifications.offlineTitle'))} · ${name}</title>
<style nonce="${nonce}">
:root{color-scheme:${theme ?? 'light dark'};--bg:${isDark ? '#14171a' : '#ffffff'};--ink:${isDark ? '#e8eae9' : '#16201f'};--soft:${isDark ? '#a5adb3' : '#56605f'};--accent:${isDark ? dark.accent : light.accent};--on:${isDark ? dark.on : light.on}}
${theme ? '' : `@media(prefers-color-scheme:dark){:root{--bg:#14171a;--ink:#e8eae9;--soft:#a5adb3;--accent:${dark.accent};--on:${dark.on}}}`}
body{font:16px/1.5 Inter,system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;background:var(--bg);color:var(--ink)}
main{max-width:26rem;padding:2rem}h1{font-size:1.375rem;margin:0 0 .5rem}p{color:var(--soft);margin:0 0 1.25rem}
a{display:inline-block;padding:.55rem .9rem;border-radius:8px;background:var(--accent);color:var(--on);font-weight:600;text-decoration:none}
small{display:block;margin-bottom:1.5rem;font-weight:600;color:var(--ink)}
</style></head><body><main><small>${name}</small><h1>${escape(t('notifications.offlineTitle'))}</h1>
<p>${escape(t('notifications.offlineLead'))}</p><a href="">${escape(t('common.retry'))}</a></main></body></html>`
}

function escape(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => entities[sign as keyof typeof entities])
}
