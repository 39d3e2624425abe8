import { type ArraySeen, arraysSeen, withTagProblems } from '../../describe';
import type { SigmaEvent } from '../../event';
import { SPECS, type SpecVersion, specHas } from '../../knowledge';
import { RULE } from '../../limits';
import type { Collection, CollectionEntry } from '../../rule';
import { inOrder, limitProblems } from '../../rule';
import { prose } from '../../text';
import { copiedText } from '../restore/copied';
import { CHECKS } from './all';
import { CARDS, type LintCode, type LintDiagnostic } from './cards';
import type { Check, Report } from './check';
import {
  type DocumentContext,
  itemContexts,
  memberContexts,
  type RuleContext,
  type TextContext,
} from './context';
import { Near } from './near';
import { switchedOn } from './switches';

/** What affects the result besides the text. */
export interface LintOptions {
  /** The ids of checks that are switched off. */
  readonly off?: readonly string[];
  /** The name of the file, with or without folders, to check against conventions. */
  readonly fileName?: string | null;
  /** The events beside the text, for what is only found with events. */
  readonly beside?: EventsBeside;
}

/** Events, and how a rule is run over them. */
export interface EventsBeside {
  readonly events: readonly SigmaEvent[];
  /** Rules are tried on every event, whatever its log source. */
  readonly ignoreLogsource?: boolean;
}

/**
 * All problems in a text of rules: from reading and compiling it, about its ATT&CK tags, and from the checks, without
 * those that a comment or `off` switches off. In the order of the text, at most a thousand. Never throws.
 */
export function lint(collection: Collection, options: LintOptions = {}): readonly LintDiagnostic[] {
  const steps = lintSteps(collection, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of one document each, so that others can run in between. */
export function* lintSteps(
  collection: Collection,
  options: LintOptions = {},
): Generator<undefined, readonly LintDiagnostic[]> {
  const found = [...compileProblems(collection)];
  // No more than these are reported, and the last of them says so.
  if (found.length <= RULE.problems.value && !isRestorable(found))
    yield* runChecks(collection, options, found);
  return limitProblems(switchedOn(collection.text, inOrder(found), options.off));
}

/**
 * The problems from reading and compiling a text, and about its ATT&CK tags. For a text damaged by copying that can
 * be restored, only that problem: all others follow from it.
 */
export function compileProblems(collection: Collection): readonly LintDiagnostic[] {
  const { documents } = collection;
  const copied = copiedOf(collection);
  if (copied?.fixes) return [copied];
  const diagnostics = copied ? [copied, ...withTagProblems(collection)] : withTagProblems(collection);
  const [first] = documents;
  if (!first || documents.some((d) => d.kind !== 'filter')) return diagnostics;
  const { start } = first.range;
  const message = prose('There is only a filter here. Add its rule, after `---`.');
  return [
    { code: 'rule-missing', severity: 'error', range: { start, end: start + 1 }, message },
    ...diagnostics,
  ];
}

const copies = new WeakMap<Collection, LintDiagnostic | null>();

/** The damage done by copying a text. Looked for only once, and only if the text cannot be read. */
function copiedOf(collection: Collection): LintDiagnostic | null {
  let found = copies.get(collection);
  if (found === undefined) {
    const { text, diagnostics } = collection;
    const broken = diagnostics.some((d) => d.severity === 'error' && !d.lint);
    found = broken || /&(?:#|quot;|apos;)/.test(text) ? copiedText(text) : null;
    copies.set(collection, found);
  }
  return found;
}

function isRestorable(found: readonly LintDiagnostic[]): boolean {
  return found.length === 1 && found[0]!.code === 'copied-text';
}

const ids: ReadonlySet<string> = new Set(CARDS.keys());

/** The checks, by the kind of thing that they check. */
const BY_KIND = {
  text: CHECKS.filter((check) => check.text),
  document: CHECKS.filter((check) => check.document),
  rule: CHECKS.filter((check) => check.rule),
  item: CHECKS.filter((check) => check.item),
  value: CHECKS.filter((check) => check.value),
};

/** The checks of one kind, each with a function that reports to `found`. */
function looksAt<K extends keyof typeof BY_KIND>(kind: K, found: LintDiagnostic[]) {
  return BY_KIND[kind].map((check) => {
    const report = reportOf(check, found);
    const look = (what: Parameters<NonNullable<Check<LintCode>[K]>>[0]) =>
      check[kind]!(what as never, report);
    return { look, since: check.since ?? SPECS[0]!.id };
  });
}

/** For each version the checks of one kind that it asks for. */
function looksBySpec<K extends keyof typeof BY_KIND>(kind: K, found: LintDiagnostic[]) {
  const all = looksAt(kind, found);
  const asked = SPECS.map(
    ({ id }) => [id, all.flatMap(({ look, since }) => (specHas(id, since) ? look : []))] as const,
  );
  const bySpec = new Map(asked);
  return (spec: SpecVersion) => bySpec.get(spec)!;
}

function* runChecks(
  collection: Collection,
  { fileName = null, beside }: LintOptions,
  found: LintDiagnostic[],
): Generator<undefined, void> {
  const { text, documents } = collection;
  const context: TextContext = {
    text,
    fileName:
      fileName === null
        ? null
        : fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1),
    collection,
    ids,
    near: new Near(),
  };
  for (const { look } of looksAt('text', found)) look(context);
  const forDocuments = looksBySpec('document', found);
  const forRules = looksBySpec('rule', found);
  const forItems = looksBySpec('item', found);
  const forValues = looksBySpec('value', found);
  for (const entry of documents) {
    yield;
    const document = documentContext(context, entry);
    for (const look of forDocuments(document.spec)) look(document);
    const { alone } = entry;
    const arrays = alone && beside ? yield* arraysSeen(alone, beside.events, beside) : [];
    const rule = isBroken(document) ? null : ruleContext(document, entry, arrays);
    if (!rule) continue;
    for (const look of forRules(rule.spec)) look(rule);
    const [ofItem, ofValue] = [forItems(rule.spec), forValues(rule.spec)];
    for (const item of rule.items) {
      // No more than these are reported.
      if (found.length > RULE.problems.value * 2) return;
      for (const look of ofItem) look(item);
      for (const value of item.values) for (const look of ofValue) look(value);
    }
    // What is known of fields is not known of members' fields, but their values are written alike.
    for (const item of memberContexts(rule)) {
      if (found.length > RULE.problems.value * 2) return;
      for (const value of item.values) for (const look of ofValue) look(value);
    }
  }
}

/** If YAML rejects a value, what takes its place is not what the author wrote. */
function isBroken({ collection, range }: DocumentContext): boolean {
  return collection.diagnostics.some(
    (d) =>
      d.severity === 'error' &&
      d.code.startsWith('yaml-') &&
      d.range.start >= range.start &&
      d.range.start <= range.end,
  );
}

function documentContext(context: TextContext, { document }: CollectionEntry): DocumentContext {
  const { kind, spec, range, tree, meta } = document;
  return { ...context, kind, spec, range, tree, meta };
}

function ruleContext(
  context: DocumentContext,
  { document, alone }: CollectionEntry,
  arrays: readonly ArraySeen[],
): RuleContext | null {
  const content =
    document.kind === 'detection' ? document.rule : document.kind === 'filter' ? document.filter : null;
  if (!content) return null;
  const { logsource, detection } = content;
  const rule = { ...context, logsource, detection, plan: alone, arrays, items: [] as RuleContext['items'] };
  rule.items = itemContexts(rule);
  return rule;
}

/** Reports with a check's own severity. Even after such an error, the rule's meaning is clear enough to evaluate. */
function reportOf({ id, severity }: Check<LintCode>, found: LintDiagnostic[]): Report {
  return (range, message, ...given) => {
    const fixes = given.filter((fix) => fix !== null);
    found.push({
      code: id,
      severity,
      range,
      message,
      ...(fixes.length > 0 ? { fixes } : {}),
      ...(severity === 'error' ? { lint: true as const } : {}),
    });
  };
}
