/** The colours of one theme: those of the page's tokens (`app/ui/tokens.css`). */
export interface Palette {
  readonly background: string;
  readonly pane: string;
  readonly line: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
  /** Of verdicts: matches, misses, another log source, cannot be read. */
  readonly hit: string;
  readonly miss: string;
  readonly na: string;
  readonly err: string;
  /** For each slot, the colour of its line and of its ground. */
  readonly slots: readonly (readonly [line: string, ground: string])[];
}

/** Light and dark. */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    background: '#ffffff',
    pane: '#f4f4f1',
    line: '#e4e4e0',
    ink: '#1d1f23',
    soft: '#5a5e66',
    accent: '#3452d9',
    hit: '#0d6b41',
    miss: '#5a5e66',
    na: '#735911',
    err: '#b3261e',
    slots: [
      ['#3452d9', '#dfe5ff'],
      ['#a3378f', '#f9e1f4'],
      ['#0f766e', '#d6f1ee'],
      ['#b45309', '#fcebd3'],
      ['#6b3fc4', '#eae2ff'],
      ['#b3261e', '#ffe3e0'],
      ['#4d7c0f', '#e8f5d0'],
      ['#0369a1', '#d9effc'],
    ],
  },
  dark: {
    background: '#1b1e23',
    pane: '#22262c',
    line: '#2d3138',
    ink: '#e7e8ea',
    soft: '#a8adb6',
    accent: '#8fa4ff',
    hit: '#5fd39a',
    miss: '#a8adb6',
    na: '#e3c15a',
    err: '#ff8a80',
    slots: [
      ['#8fa4ff', '#28336b'],
      ['#f08fdd', '#4d2246'],
      ['#57cfc2', '#143f3b'],
      ['#f5ad55', '#4a3111'],
      ['#bb9cff', '#3a2a66'],
      ['#ff8a80', '#56241f'],
      ['#a9d65c', '#2f4312'],
      ['#6cc3f5', '#123d57'],
    ],
  },
};

/** The kinds of lines of the slots, in turn, so that selections can be told apart without colour. */
export const LINE_KINDS = ['solid', 'dashed', 'dotted', 'double'] as const;

/** The kind of line of a slot from 1. The second four also have a line above. */
export function lineKind(slot: number): (typeof LINE_KINDS)[number] {
  return LINE_KINDS[(slot - 1) % LINE_KINDS.length]!;
}

/** True for a slot that has a line above, too. */
export function hasLineAbove(slot: number): boolean {
  return slot > LINE_KINDS.length;
}
