/** The smallest number of rules for each shade, lightest first. Zero has no shade. */
export const SHADES = [1, 2, 5, 15, 50] as const;

/**
 * The shade for a number of rules: 0 for none, then from 1. The steps are the same for every catalog, so that catalogs
 * can be compared.
 */
export function shadeOf(rules: number): number {
  return SHADES.filter((least) => rules >= least).length;
}

/** What a shade stands for: `2–4`. */
export function shadeWords(shade: number): string {
  const least = SHADES[shade - 1];
  const next = SHADES[shade];
  if (least === undefined) return 'none';
  if (next === undefined) return `${least} or more`;
  return next - 1 === least ? `${least}` : `${least}–${next - 1}`;
}
