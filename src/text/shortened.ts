/** The beginning of a text that is longer than `most` characters, with `…` behind it; else the text. No pair is cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const isPair = /[\ud800-\udbff]/.test(text[most - 1] ?? '');
  return `${text.slice(0, isPair ? most - 1 : most)}…`;
}

/** The same, and behind it how long the text is: `abc… (1,900,000 characters)`. */
export function shortenedTold(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${shortened(text, most)} (${text.length.toLocaleString('en')} characters)`;
}
