import { PUBLISHED, type SpecVersion } from '../knowledge';
import { RULE, told } from '../limits';
import { type Diagnostic, plain, prose, say } from '../text';
import type { SigmaDocument } from './ast';
import { type RuleDiagnostic, RuleDiagnostics } from './codes';
import { resolveActions } from './global-documents';
import { readDocument, TOO_LONG } from './read';
import { readCorrelation } from './read-correlation';
import { readFilter } from './read-filter';
import { readMeta } from './read-meta';
import { readSpec } from './read-spec';
import { entry, type YamlMap, type YamlNode } from './yaml/node';
import { parseYaml } from './yaml/parse';

/** All documents of a text and all diagnostics, both in the order of the text. */
export interface CollectionDocument {
  readonly documents: readonly SigmaDocument[];
  readonly diagnostics: readonly RuleDiagnostic[];
}

/**
 * Reads a text of one or more documents (separated by `---`): detection rules, correlation rules and filters of
 * specification 2.1.0, and collections of 1.x. `picked` is the version to read documents as that name none. Never
 * throws. Ranges are offsets in the text.
 */
export function readCollection(text: string, picked: SpecVersion = PUBLISHED): CollectionDocument {
  const diagnostics = new RuleDiagnostics();
  const documents = read(text, picked, diagnostics);
  return { documents, diagnostics: inOrder(diagnostics.all) };
}

function read(text: string, picked: SpecVersion, diagnostics: RuleDiagnostics): SigmaDocument[] {
  if (text.length > RULE.length.value) {
    diagnostics.error('rule-too-long', { start: 0, end: 1 }, TOO_LONG);
    return [];
  }
  const written = parseYaml(text, diagnostics).filter((d) => d.kind !== 'scalar' || d.value !== null);
  const broken = diagnostics.all.filter((d) => d.severity === 'error');
  const trees = resolveActions(written, diagnostics);
  if (trees.length === 0 && broken.length === 0) {
    diagnostics.error(
      'rule-empty',
      { start: 0, end: 0 },
      written.length === 0
        ? prose('There is no rule here yet. Paste one, or choose an example.')
        : prose('There is only a global document here. Add a rule for it, after `---`.'),
    );
  }
  const beyond = trees[RULE.documents.value];
  if (beyond) {
    diagnostics.error(
      'collection-too-long',
      { start: beyond.range.start, end: Math.min(beyond.range.start + 1, text.length) },
      say`This text has more than ${told(RULE.documents)} documents. Those from here on are not read: move them to another text.`,
    );
  }
  return trees.slice(0, RULE.documents.value).flatMap((tree): SigmaDocument[] => {
    const failed = broken.some((d) => d.range.start >= tree.range.start && d.range.start <= tree.range.end);
    return tree.kind === 'map'
      ? [readOne(text, tree, picked, failed, diagnostics)]
      : noMap(tree, diagnostics);
  });
}

function noMap(tree: YamlNode, diagnostics: RuleDiagnostics): [] {
  diagnostics.error(
    'rule-type',
    tree.range,
    prose('This is not a rule. A rule is a map with `title`, `logsource` and `detection`.'),
  );
  return [];
}

function readOne(
  text: string,
  map: YamlMap,
  picked: SpecVersion,
  failed: boolean,
  diagnostics: RuleDiagnostics,
): SigmaDocument {
  const own = new RuleDiagnostics();
  const document = byKind(text, map, picked, own);
  diagnostics.all.push(...own.all);
  return { ...document, failed: failed || own.hasErrors };
}

function byKind(text: string, map: YamlMap, picked: SpecVersion, own: RuleDiagnostics): SigmaDocument {
  const spec = readSpec(map, picked, own);
  const base = {
    range: map.range,
    tree: map,
    spec,
    meta: readMeta(map, new RuleDiagnostics()),
    failed: false,
  };
  if (!entry(map, 'detection')) {
    if (entry(map, 'correlation'))
      return { ...base, kind: 'correlation', correlation: readCorrelation(text, map, spec, own) };
    if (entry(map, 'filter')) return { ...base, kind: 'filter', filter: readFilter(text, map, spec, own) };
  }
  return { ...base, kind: 'detection', rule: readDocument(text, map, spec, own) };
}

/** Sorts by position, and drops duplicates: lent keys report the same problem once for each document that has them. */
export function inOrder<Code extends string>(all: readonly Diagnostic<Code>[]): Diagnostic<Code>[] {
  const seen = new Set<string>();
  return all
    .filter((d) => {
      const key = `${d.code}\n${d.range.start}\n${d.range.end}\n${plain(d.message)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.range.start - b.range.start);
}
