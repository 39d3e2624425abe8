import type { Plugin } from 'vite';

const REMEMBERED = /(\(err\) => \{\s*)seen\[href\] = (?:void 0|undefined);/;

/**
 * Has a sheet of styles that did not come asked for again by whoever imports a part that needs it. Vite remembers that it has
 * asked, and would show the part without its looks. The page takes the link out (`dropLostSheets`).
 */
export function sheetsAgain(): Plugin {
  return {
    name: 'sheets-again',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('vite/preload-helper.js')) return null;
      if (!REMEMBERED.test(code))
        this.error('Vite no longer remembers lost sheets as it did; see .ci/sheets-again.ts');
      return { code: code.replace(REMEMBERED, '$1delete seen[href];'), map: null };
    },
  };
}
