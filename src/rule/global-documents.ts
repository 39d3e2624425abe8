import { RULE, told } from '../limits';
import { byName, nearest, prose, say } from '../text';
import type { RuleDiagnostics } from './codes';
import { entry, type YamlEntry, type YamlMap, type YamlNode } from './yaml/node';

/** By action what it did in Sigma 1.x. */
const ACTIONS = byName({
  global: 'its keys are added to every document after it. Write them into each document instead',
  repeat: 'this document is the previous one with changes. Write a complete rule instead',
  reset: prose('it ends the effect of `action: global`. If every document is a complete rule, remove it'),
});

/**
 * Resolves the collections of Sigma 1.x on the YAML trees: `action: global` lends its keys to every document after
 * it, `reset` ends that, `repeat` is the previous document with changes. A document's own keys win over lent ones
 * **(ours)**. Each `action` is reported; documents that are not maps pass unchanged.
 */
export function resolveActions(documents: readonly YamlNode[], diagnostics: RuleDiagnostics): YamlNode[] {
  const resolved: YamlNode[] = [];
  let lent: YamlMap | null = null;
  let before: YamlMap | null = null;
  let left = RULE.lentKeys.value;
  const merged = (base: YamlMap, own: YamlMap): YamlMap => {
    left -= base.entries.length;
    return left < 0 ? own : merge(base, own, merged);
  };
  for (const document of documents) {
    if (document.kind !== 'map') {
      resolved.push(document);
      continue;
    }
    const found = entry(document, 'action');
    const action = found?.value.kind === 'scalar' ? found.value.text : '';
    const body = found ? without(document, found) : document;
    if (found) lint(found, action, before !== null, diagnostics);
    if (action === 'global') {
      lent = lent ? merged(lent, body) : body;
      continue;
    }
    if (action === 'reset') {
      lent = null;
      before = null;
      if (body.entries.length === 0) continue;
    }
    const base: YamlMap | null = action === 'repeat' && before ? before : lent;
    before = base ? merged(base, body) : body;
    if (left < 0) {
      const { start } = document.range;
      diagnostics.error(
        'collection-too-long',
        { start, end: start + 1 },
        say`\`action\` adds more than ${told(RULE.lentKeys)} keys to the documents up to here; the rest is not read. Write complete rules instead.`,
      );
      return resolved;
    }
    resolved.push(before);
  }
  return resolved;
}

function lint(found: YamlEntry, action: string, hasBefore: boolean, diagnostics: RuleDiagnostics): void {
  const { range } = found.key;
  const meaning = ACTIONS.get(action);
  if (meaning === undefined) {
    const close = nearest(action, ACTIONS.keys());
    diagnostics.lint(
      'collection-action',
      range,
      say`There is no \`action: ${action}\`.${close ? say` Did you mean \`${close}\`?` : ' Remove it.'}`,
      close
        ? [{ title: say`Change to \`${close}\``, edits: [{ range: found.value.range, text: close }] }]
        : undefined,
    );
    return;
  }
  const alone = action === 'repeat' && !hasBefore ? ' There is no earlier document to repeat.' : '';
  diagnostics.lint(
    'collection-action',
    range,
    say`\`action: ${action}\` belongs to Sigma 1.x: ${meaning}.${alone}`,
  );
}

function without(map: YamlMap, gone: YamlEntry): YamlMap {
  return { ...map, entries: map.entries.filter((e) => e !== gone) };
}

/** `own` over `base`: maps are merged key by key, with `inner` for nested maps. The range is that of `own`. */
function merge(base: YamlMap, own: YamlMap, inner: (base: YamlMap, own: YamlMap) => YamlMap): YamlMap {
  const ownByKey = new Map(own.entries.map((e) => [e.key.text, e]));
  const entries: YamlEntry[] = base.entries.map((lent) => {
    const other = ownByKey.get(lent.key.text);
    if (!other) return lent;
    if (other.value.kind !== 'map' || lent.value.kind !== 'map') return other;
    return { key: other.key, value: inner(lent.value, other.value) };
  });
  const known = new Set(base.entries.map((e) => e.key.text));
  return { ...own, entries: [...entries, ...own.entries.filter((e) => !known.has(e.key.text))] };
}
