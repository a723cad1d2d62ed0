import { useEffect, useState } from 'react'
import { AccentField } from './accent-field.tsx'
import { LogoField } from './logo-field.tsx'

/** Logo and colour, with a preview of both; a file is shown as soon as it is chosen. */
export function LookFields(props: { company: string; accentColor: string; logoUrl?: string }) {
  const { company, accentColor, logoUrl } = props
  const [chosen, setChosen] = useState<File>()
  const chosenUrl = useObjectUrl(chosen)
  // What was chosen is saved by now, or was thrown away with the page.
  useEffect(() => setChosen(undefined), [logoUrl])
  return (
    <>
      <LogoField company={company} logoUrl={logoUrl} chosenUrl={chosenUrl} choose={setChosen} />
      <AccentField
        accentColor={accentColor}
        brand={{ name: company, logoUrl: chosenUrl ?? logoUrl }}
      />
    </>
  )
}

function useObjectUrl(file: File | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = file?.type.startsWith('image/') ? URL.createObjectURL(file) : undefined
    setUrl(made)
    return () => {
      if (made) URL.revokeObjectURL(made)
    }
  }, [file])
  return url
}
