import { createApi } from './api.ts'
import { createChat } from './chat.ts'
import type { Chat } from './chat.ts'
import { openMemory } from './memory.ts'
import { readSetup, toLanguage, toSay } from './setup.ts'
import type { Identity, Setup } from './setup.ts'
import { createView } from './view.ts'

/** What a website's own script may do with the chat. */
type BarazaChat = {
  open: () => void
  close: () => void
  /** somebody logged in (signed by the website's server) or, with null, out */
  identify: (identity: Identity | null) => void
  destroy: () => void
}

declare global {
  interface Window {
    BarazaChat?: BarazaChat
  }
}

const script = document.currentScript as HTMLScriptElement | null
const setup = script ? readSetup(script) : undefined
if (setup && !window.BarazaChat) whenReady(() => void boot(setup))

async function boot(setup: Setup): Promise<void> {
  const api = createApi(setup.api)
  const settings = await api.settings()
  if (!settings.ok) {
    const isForbidden = settings.status === 403 || settings.status === 0
    const why = isForbidden ? 'this website may not show it' : 'it is not there'
    return console.error(`Baraza chat: ${why}. Look at the channel's settings.`)
  }
  const language = setup.language ?? toLanguage(settings.data.language)
  const memory = openMemory(setup.key)
  const holder: { chat?: Chat } = {}
  const view = createView({
    ...{ setup, settings: settings.data, language, say: toSay(language), memory },
    chat: () => holder.chat as Chat,
    fileUrl: api.fileUrl,
  })
  const { identity } = setup
  const chat = createChat(api, memory, { language, identity, onChange: () => view.render() })
  holder.chat = chat
  document.body.append(view.host)
  view.render()
  if (setup.isPage || memory.get().isOpen) view.open(setup.isPage)
  else if (chat.hasVisit()) void chat.start()
  window.BarazaChat = {
    open: () => view.open(),
    close: () => view.close(),
    identify: (user) => {
      chat.identify(user ?? undefined)
      if (view.isOpen()) void chat.start()
    },
    destroy: () => {
      chat.stop()
      view.host.remove()
      delete window.BarazaChat
    },
  }
}

function whenReady(run: () => void): void {
  if (document.body) run()
  else addEventListener('DOMContentLoaded', run, { once: true })
}
