import type { Severity as Grade } from '../../src/text';

const GLYPHS: Readonly<Record<Grade, string>> = { error: '✗', warning: '▲', info: 'i' };

/** The severity of a diagnostic, as a sign that is read out as a word. */
export function Severity({ of }: { readonly of: Grade }) {
  return (
    <span className={`severity severity-${of}`} role="img" aria-label={of}>
      {GLYPHS[of]}
    </span>
  );
}
