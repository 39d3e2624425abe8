/** The oracle's encodings, with Node's Buffer. */

/** Bytes of a text for the modifiers `wide`/`utf16le`, `utf16be`, `utf16`; UTF-8 for any other name. */
export function bytesOf(text: string, modifier: string): Buffer {
  const little = Buffer.from(text, 'utf16le');
  if (modifier === 'wide' || modifier === 'utf16le') return little;
  if (modifier === 'utf16') return Buffer.concat([Buffer.from([0xff, 0xfe]), little]);
  if (modifier === 'utf16be') return Buffer.from(little).swap16();
  return Buffer.from(text, 'utf8');
}

/**
 * The three texts of `base64offset`: start skip 0/2/3, end trim by (bytes + offset) mod 3. Empty ones have no
 * meaning.
 */
export function base64Offsets(bytes: Buffer): string[] {
  return [0, 1, 2]
    .map((offset) => {
      const encoded = Buffer.concat([Buffer.alloc(offset, 0x20), bytes]).toString('base64');
      const trim = { 0: 0, 1: 3, 2: 2 }[((bytes.length + offset) % 3) as 0 | 1 | 2];
      return encoded.slice({ 0: 0, 1: 2, 2: 3 }[offset as 0 | 1 | 2], encoded.length - trim);
    })
    .filter((text) => text !== '');
}
