import type { ByteSource } from '../formats/byte-source.ts'

export type SourceFile = { name: string; bytes: Uint8Array }

/** A file read where it stands, as often as needed. */
export type LargeFile = { name: string; source: ByteSource }
