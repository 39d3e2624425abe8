/** The oracle's conditions, evaluated while they are parsed. */

/** `truth` has every selection by name. */
export function conditionHolds(text: string, truth: ReadonlyMap<string, boolean>): boolean {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  const next = () => tokens[0]?.toLowerCase();

  // Read both sides before joining them.
  const or = (): boolean => {
    let value = and();
    while (next() === 'or') {
      tokens.shift();
      const right = and();
      value = value || right;
    }
    return value;
  };
  const and = (): boolean => {
    let value = not();
    while (next() === 'and') {
      tokens.shift();
      const right = not();
      value = value && right;
    }
    return value;
  };
  const not = (): boolean => {
    if (next() !== 'not') return atom();
    tokens.shift();
    return !not();
  };
  const atom = (): boolean => {
    const token = tokens.shift();
    if (token === undefined) throw new Error('a condition ends too early');
    if (token === '(') {
      const value = or();
      if (tokens.shift() !== ')') throw new Error('a parenthesis is not closed');
      return value;
    }
    if (next() === 'of') {
      tokens.shift();
      const pattern = tokens.shift()!;
      const chosen = [...truth].filter(([name]) => named(name, pattern)).map(([, value]) => value);
      if (chosen.length === 0) throw new Error('a pattern matches nothing');
      return token.toLowerCase() === 'all' ? chosen.every((v) => v) : chosen.some((v) => v);
    }
    const value = truth.get(token);
    if (value === undefined) throw new Error(`no selection ${token}`);
    return value;
  };

  const value = or();
  if (tokens.length > 0) throw new Error(`left over: ${tokens.join(' ')}`);
  return value;
}

function named(name: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase() === 'them' ? '*' : pattern;
  if (name.startsWith('_') && !wanted.startsWith('_')) return false;
  const source = [...wanted].map((c) => (c === '*' ? '.*' : c.replace(/[^\w]/g, '\\$&'))).join('');
  return new RegExp(`^${source}$`, 's').test(name);
}
