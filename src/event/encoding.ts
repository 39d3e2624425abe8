/** How the bytes of a file encode its characters. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Bytes of the byte order mark; 0 if there is none. */
  readonly mark: number;
}

const UTF_8: Encoding = { name: 'utf-8', mark: 0 };

/**
 * The encoding that a file's first bytes show: UTF-16 by its byte order mark, as Windows PowerShell writes it,
 * otherwise UTF-8.
 */
export function encodingOf(first: Uint8Array): Encoding {
  if (first[0] === 0xff && first[1] === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (first[0] === 0xfe && first[1] === 0xff) return { name: 'utf-16be', mark: 2 };
  if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) return { name: 'utf-8', mark: 3 };
  return UTF_8;
}

/** Bytes as text. Invalid bytes become U+FFFD. */
export function decoded(bytes: Uint8Array, { name }: Encoding): string {
  return new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
}

/** The text of a whole file, without its byte order mark. */
export function wholeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  return decoded(bytes.subarray(encoding.mark), encoding);
}
