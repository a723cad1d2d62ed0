/** How a choice in a menu of the inbox looks. */
export const menuChoice =
  'flex w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'
