/** One line of a benchmark's table. */
export type BenchRow = {
  name: string
  value: string
  /** against a plain reference measured in the same run */
  ratio?: number
  goal?: string
  met?: boolean
}
