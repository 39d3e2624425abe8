/** A part of a whole as a percentage. Only exactly none is 0%, and only exactly all is 100%. */
export function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0%';
  if (part === whole) return '100%';
  const exact = (100 * part) / whole;
  if (exact < 1) return 'less than 1%';
  return `${Math.min(99, Math.round(exact))}%`;
}
