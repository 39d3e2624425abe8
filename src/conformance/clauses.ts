/** One thing that the contract says: a row of a table, by its first cell, or a sentence. */
export interface Clause {
  readonly section: string;
  readonly kind: 'row' | 'sentence';
  readonly text: string;
}

/** All rows and sentences of semantics.md; what stands before the first section says nothing of its own. */
export function clausesOf(markdown: string): Clause[] {
  const clauses: Clause[] = [];
  let section = '';
  for (const line of markdown.split(/\r?\n/)) {
    const heading = /^## (.*?)(?: \(.*\))?$/.exec(line);
    if (heading) section = heading[1]!;
    else if (section === '' || line.trim() === '' || /^\|-/.test(line)) continue;
    else if (line.startsWith('|')) {
      const cell = /^\| (.*?) \|/.exec(line)?.[1] ?? '';
      if (cell !== 'case' && cell !== 'modifier') clauses.push({ section, kind: 'row', text: cell });
    } else {
      for (const text of line.replace(/^- /, '').split(/(?<=[.;])\s+(?=\D)/))
        clauses.push({ section, kind: 'sentence', text });
    }
  }
  return clauses;
}

/** `Section › words`: a row's first cell, or words that stand so in one sentence. */
export function clauseOf(reference: string, clauses: readonly Clause[]): Clause | undefined {
  const [section, words] = reference.split(' › ');
  return clauses.find(
    (c) => c.section === section && (c.kind === 'row' ? c.text === words : c.text.includes(words ?? '\0')),
  );
}
