import type { Limits } from './limit';

/** What is read in the terminal. */
export const TERMINAL = {
  zippedFile: {
    name: 'one file of an archive in the terminal',
    value: 256 * 1024 * 1024,
    unit: 'bytes',
    why: 'It is unpacked in memory, as bytes and as a text, which cannot be longer than 512 MB; an archive can claim any size.',
  },
  zippedFiles: {
    name: 'all files of an archive in the terminal',
    value: 512 * 1024 * 1024,
    unit: 'bytes',
    why: 'Their texts are in memory at the same time, and a small archive can unpack to any size. The page takes as much.',
  },
} satisfies Limits;
