import { prose } from '../../../text';
import { Damage } from '../damage';

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** Sixteen bytes as Windows writes them: `{5770385f-c22a-43e0-bf4c-06f5698ffbd9}`. */
export function guid(bytes: Uint8Array, at: number): string {
  const h = (i: number) => HEX[bytes[at + i]!]!;
  return `{${h(3)}${h(2)}${h(1)}${h(0)}-${h(5)}${h(4)}-${h(7)}${h(6)}-${h(8)}${h(9)}-${h(10)}${h(11)}${h(12)}${h(13)}${h(14)}${h(15)}}`;
}

/** Size of the security identifier at `at`, from the number of its parts. */
export function sidSize(bytes: Uint8Array, at: number): number {
  return 8 + bytes[at + 1]! * 4;
}

/** A security identifier: `S-1-5-18`. */
export function sid(bytes: Uint8Array, view: DataView, at: number, size: number): string {
  if (size < 8 || sidSize(bytes, at) > size)
    throw new Damage(prose('a SID has fewer bytes than its parts need'), at);
  const authority = view.getUint16(at + 2) * 2 ** 32 + view.getUint32(at + 4);
  let text = `S-${bytes[at]}-${authority}`;
  for (let i = 0; i < bytes[at + 1]!; i++) text += `-${view.getUint32(at + 8 + i * 4, true)}`;
  return text;
}

/** Bytes as hexadecimal digits without separators. */
export function binary(bytes: Uint8Array, at: number, size: number): string {
  let text = '';
  for (let i = at; i < at + size; i++) text += HEX[bytes[i]!]!;
  return text.toUpperCase();
}
