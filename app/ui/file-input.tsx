import type { InputHTMLAttributes } from 'react'
import { classes } from './classes.ts'
import { useFieldControl } from './field.tsx'

/** Chooses a file: the browser's own control, dressed. Inside a `Field` it takes name, id and error from there. */
export function FileInput({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  // A browser never lets a page fill this in, so what was chosen before a refusal is chosen again.
  const { defaultValue: _, ...field } = useFieldControl()
  return (
    <input
      type="file"
      {...field}
      {...rest}
      className={classes(
        'control p-1! text-soft file:mr-3 file:h-7 file:cursor-pointer file:rounded-sm file:border-0 file:bg-sunken file:px-3 file:font-medium file:text-ink hover:file:bg-pressed',
        className,
      )}
    />
  )
}
