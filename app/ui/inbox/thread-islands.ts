import { island } from '../island.tsx'

const load = () => import('./thread-later.ts')

export const MessageList = island(load, 'MessageList')
export const PersonPane = island(load, 'PersonPane')
export const ThreadActions = island(load, 'ThreadActions')
export const ThreadBars = island(load, 'ThreadBars')
