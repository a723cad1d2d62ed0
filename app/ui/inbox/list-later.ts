// What the list shows at once and needs a script for only when somebody uses it: one file for all
// of it (list-islands.ts).
export { BulkBar } from './bulk-bar.tsx'
export { FilterChips, FilterMenu } from './list-filters.tsx'
export { ListEmpty } from './list-empty.tsx'
export { MoreViews } from './more-views.tsx'
