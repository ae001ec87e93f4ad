/** More different ones than this are not expected at once: then all are forgotten, and memory stays bounded. */
const AT_MOST = 500

/**
 * The same function, which works once for each text: what is made of a wording is the same for thousands of messages. It must
 * depend on nothing but that text.
 */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>()
  return text => {
    const known = made.get(text)
    if (known !== undefined) return known
    const fresh = make(text)
    if (made.size >= AT_MOST) made.clear()
    made.set(text, fresh)
    return fresh
  }
}
