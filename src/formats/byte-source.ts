/** Bytes that are read where they stand, as often as asked: a file need not fit in memory, nor in one string. */
export type ByteSource = {
  size: number
  /** The bytes from one place up to another; fewer at the end. */
  read(from: number, to: number): Uint8Array
}

export function inMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) }
}
