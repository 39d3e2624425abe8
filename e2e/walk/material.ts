import { EVENTS, RULE } from '../playground';

/*
 * The texts and choices that a walk is made of.
 */

export const OTHER_RULE = RULE.replace('Whoami', 'Other').replace("- ' /all'", "- ' /groups'");
const COLLECTION = `title: Base
name: base
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|endswith: '\\whoami.exe'
    condition: selection
---
title: Often
correlation:
    type: event_count
    rules: [base]
    timespan: 10m
    condition:
        gte: 2
`;
const FIELDREF = 'title: Same\ndetection:\n    s:\n        A|fieldref: B\n    condition: s\n';
export const RULES = [RULE, OTHER_RULE, COLLECTION, FIELDREF, `x: [1\n${RULE}`, 'title: nothing else\n', ''];
export const EVENT_TEXTS = [
  EVENTS,
  EVENTS.split('\n').slice(0, 2).join('\n'),
  EVENTS.split('\n').reverse().join('\n'),
  '{"A":"x","B":"x"}\n{"A":"x","B":"y"}',
  'Image,CommandLine\nC:\\whoami.exe,whoami /all\nC:\\x.exe,x',
  'one line of no known form\nwhoami /all',
  '{"A":',
  '',
];
export const TYPED = ['a', ' ', '\n', "'", 'x: y\n', '# c\n', '{"A":1}\n', '/all', '\\'];
export const TABS = ['Matches', 'Explain', 'Rule', 'Indicators', 'Problems'];
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1100, height: 800 },
];

/** Numbers from 0 to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
