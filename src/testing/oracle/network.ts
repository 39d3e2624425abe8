/** The oracle's networks: addresses as one large number. */

interface Address {
  readonly bits: 32 | 128;
  readonly number: bigint;
}

function v4(text: string): bigint | undefined {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every((b) => /^\d{1,3}$/.test(b) && Number(b) < 256)) return undefined;
  return bytes.reduce((sum, b) => sum * 256n + BigInt(b), 0n);
}

function groups(text: string): bigint[] | undefined {
  if (text === '') return [];
  const pieces = text.split(':');
  const found: bigint[] = [];
  for (const [i, piece] of pieces.entries()) {
    const dotted = i === pieces.length - 1 ? v4(piece) : undefined;
    if (dotted !== undefined) found.push(dotted >> 16n, dotted & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(piece)) found.push(BigInt(`0x${piece}`));
    else return undefined;
  }
  return found;
}

function v6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groups(halves[0]!);
  const tail = groups(halves[1] ?? '');
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  return [...head, ...Array<bigint>(missing).fill(0n), ...tail].reduce((sum, g) => sum * 65536n + g, 0n);
}

function address(text: string): Address | undefined {
  const four = v4(text);
  if (four !== undefined) return { bits: 32, number: four };
  const six = v6(text);
  if (six === undefined) return undefined;
  // An IPv4-mapped IPv6 address counts as its IPv4 address.
  return six >> 32n === 0xffffn ? { bits: 32, number: six & 0xffffffffn } : { bits: 128, number: six };
}

/** Whether `text` is an address in the network, whose host bits are ignored. */
export function inCidr(text: string, network: string): boolean {
  const [base, length] = network.split('/');
  const from = address(base!);
  const at = address(text);
  if (!from || !at || from.bits !== at.bits) return false;
  // The prefix of a network written as an IPv4-mapped IPv6 address includes the 96 bits before it.
  const written = from.bits === 32 && base!.includes(':') ? 128 : from.bits;
  const free = BigInt(written - Number(length ?? written));
  return from.number >> free === at.number >> free;
}
