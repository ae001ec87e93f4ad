/** How a country writes a postal address. */
export type AddressCustom = {
  /** An address kept on one line, as the lines of an envelope. */
  lines(address: string): string[]
  /** The town that letters from there are dated at; null where it can't be told. */
  townOf(address: string): string | null
  /** As a postal provider asks for it; null where the post of the country would not find it. */
  read(address: string): SplitAddress | null
}

/** The lines of an address but for the last, which is the postal code and the town. */
export type SplitAddress = { lines: string[]; postalCode: string; city: string }
