import type { Limits } from './limit';

/** What a catalog may find in a log. */
export const FINDINGS = {
  hits: {
    name: 'findings in a log',
    value: 5_000_000,
    unit: 'findings',
    why: 'Each takes 24 bytes, in a tab that has a gigabyte at best. Rules that find more are too noisy to be read: the run stops, and goes on once they are left out.',
  },
} as const satisfies Limits;
