/** Text inside Monaco's Markdown: every character that could mean something there is escaped. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!~|>&<$:"'/@]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/\r?\n/g, '  \n');
}

/** A sentence of ours, code between backticks, as Markdown in which nothing of a rule or an event means anything. */
export function sentence(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) => (/^`[^`\n]+`$/.test(part) ? part : plain(part)))
    .join('');
}
