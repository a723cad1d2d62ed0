// What an open conversation shows at once and needs a script for only when somebody uses it: one
// file for all of it (thread-islands.ts).
export { MessageList } from './message-list.tsx'
export { PersonPane } from './person-pane.tsx'
export { ThreadActions } from './thread-actions.tsx'
export { ThreadBars } from './thread-bars.tsx'
