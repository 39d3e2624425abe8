import { PUBLISHED, type SpecVersion } from '../knowledge';
import { RULE, told } from '../limits';
import { nearest, prose, say } from '../text';
import type { Rule } from './ast';
import { type RuleDiagnostic, RuleDiagnostics } from './codes';
import { offerCorrelations } from './offer-correlation';
import { readDetection } from './read-detection';
import { customKeys, readLogsource, readMeta } from './read-meta';
import { readSpec } from './read-spec';
import type { YamlMap } from './yaml/node';
import { entry } from './yaml/node';
import { parseYaml } from './yaml/parse';

/** The result of reading a text: the rule, if there is one to evaluate, and all diagnostics. */
export interface RuleDocument {
  readonly rule: Rule | null;
  readonly diagnostics: readonly RuleDiagnostic[];
}

/** What is said of a text that is longer than any rule. */
export const TOO_LONG = say`This text is longer than ${told(RULE.length)} characters, too long for a rule. Paste a single rule.`;

/**
 * Reads the text of a Sigma detection rule (specification 2.1.0) into its AST. Never throws: problems are in
 * `diagnostics`, several at once wherever YAML allows it. `picked` is the version to read it as if it names none.
 */
export function readRule(text: string, picked: SpecVersion = PUBLISHED): RuleDocument {
  const diagnostics = new RuleDiagnostics();
  const rule = read(text, picked, diagnostics);
  return { rule, diagnostics: diagnostics.all };
}

function read(text: string, picked: SpecVersion, diagnostics: RuleDiagnostics): Rule | null {
  if (text.length > RULE.length.value) {
    diagnostics.error('rule-too-long', { start: 0, end: 1 }, TOO_LONG);
    return null;
  }
  const documents = parseYaml(text, diagnostics);
  if (diagnostics.hasErrors) {
    // Bad aliases and duplicate keys still leave a tree; check the rest of it.
    if (documents.length === 0) return null;
  }
  const first = documents.find((d) => d.kind !== 'scalar' || d.value !== null);
  if (!first) {
    diagnostics.error(
      'rule-empty',
      { start: 0, end: 0 },
      prose('There is no rule here yet. Paste one, or choose an example.'),
    );
    return null;
  }
  if (first.kind !== 'map') {
    diagnostics.error(
      'rule-type',
      first.range,
      prose('This is not a rule. A rule is a map with `title`, `logsource` and `detection`.'),
    );
    return null;
  }
  for (const other of documents.slice(documents.indexOf(first) + 1)) {
    if (other.kind === 'map') {
      diagnostics.info(
        'document-ignored',
        other.entries[0]?.key.range ?? other.range,
        prose('Only the first document of the text is evaluated here.'),
      );
    }
  }
  return readDocument(text, first, readSpec(first, picked, diagnostics), diagnostics);
}

/** Reads one document as a detection rule. */
export function readDocument(
  text: string,
  map: YamlMap,
  spec: SpecVersion,
  diagnostics: RuleDiagnostics,
): Rule | null {
  const meta = readMeta(map, diagnostics);
  if (!entry(map, 'title')) {
    diagnostics.lint(
      'title-missing',
      map.entries[0]?.key.range ?? map.range,
      prose('The rule has no `title`. Add one that says what the rule detects.'),
    );
  }
  const detection = entry(map, 'detection');
  if (!detection) {
    const close = map.entries.find((e) => nearest(e.key.text, ['detection']) && e.key.text !== 'detection');
    const key = close?.key.range ?? map.entries[0]?.key.range ?? map.range;
    const correlation = entry(map, 'correlation') ?? entry(map, 'filter');
    if (correlation) {
      diagnostics.error(
        'document-kind',
        correlation.key.range,
        say`This is a ${correlation.key.text} document. Only detection rules are evaluated here.`,
      );
    } else {
      diagnostics.error(
        'detection-missing',
        key,
        close
          ? say`\`${close.key.text}\` is not a key of a rule. Write \`detection\`.`
          : prose('The rule has no `detection`. Add one with a selection and a `condition`.'),
        close
          ? [{ title: prose('Change to `detection`'), edits: [{ range: key, text: 'detection' }] }]
          : undefined,
      );
    }
    return null;
  }
  const logsource = readLogsource(map, diagnostics);
  const read = readDetection(text, detection.value, detection.key.range, spec, diagnostics);
  offerCorrelations(text, map, meta, diagnostics);
  return read && { range: map.range, spec, meta, logsource, detection: read, custom: customKeys(map) };
}
