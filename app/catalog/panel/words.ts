/** The ids of the techniques in a rule's tags: `T1059.001`. */
export function techniqueIds(tags: readonly string[]): string[] {
  const ids = tags.flatMap((tag) => /^attack\.(t\d{4}(?:\.\d{3})?)$/i.exec(tag.trim())?.[1] ?? []);
  return [...new Set(ids.map((id) => id.toUpperCase()))];
}
