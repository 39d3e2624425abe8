import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PALETTES } from './palette';
import { SLOTS } from './paper';

const CSS = readFileSync('app/ui/tokens.css', 'utf8');
/** The light and the dark colour of a token. */
const token = (name: string) =>
  new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(CSS)!.slice(1);

test.each([
  ['background', 'pane'],
  ['pane', 'row'],
  ['line', 'line'],
  ['ink', 'ink'],
  ['soft', 'soft'],
  ['accent', 'accent'],
  ['hit', 'hit'],
  ['miss', 'miss'],
  ['na', 'na'],
  ['err', 'err'],
] as const)('%s is the page’s', (name, of) => {
  expect([PALETTES.light[name], PALETTES.dark[name]]).toEqual(token(of));
});

test('the colours of selections are the page’s', () => {
  const slots = Array.from({ length: SLOTS }, (_, i) => [token(`s${i + 1}`), token(`s${i + 1}-bg`)]);
  for (const [at, theme] of ['light', 'dark'].entries())
    expect(PALETTES[theme as 'light'].slots).toEqual(slots.map(([line, ground]) => [line![at], ground![at]]));
});
