/** One line of what `npm run bench` prints; `ratio` is against something measured in the same run. */
export type BenchRow = { name: string; value: string; ratio?: number; goal?: string; met?: boolean }
