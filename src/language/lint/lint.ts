import { withTagProblems } from '../../describe';
import type { Collection, CollectionEntry } from '../../rule';
import { inOrder, limitProblems, MAX_PROBLEMS } from '../../rule';
import { copiedText } from '../restore/copied';
import { CHECKS } from './all';
import { CARDS, type LintCode, type LintDiagnostic } from './cards';
import type { Check, Report } from './check';
import { type DocumentContext, itemContexts, type RuleContext, type TextContext } from './context';
import { Near } from './near';
import { switchedOn } from './switches';

/** What decides, beside the text, what is told of it. */
export interface LintOptions {
  /** The ids of checks that are switched off. */
  readonly off?: readonly string[];
  /** The name of the file, with or without folders; its conventions are held against it. */
  readonly fileName?: string | null;
}

/**
 * Everything that there is to say about a text of rules: what reading and compiling it found, what its ATT&CK tags are, and
 * what the checks find, without what a comment or `off` switches off. In the order of the text, and no more than a
 * thousand. Never throws.
 */
export function lint(collection: Collection, options: LintOptions = {}): readonly LintDiagnostic[] {
  const steps = lintSteps(collection, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of a document each, so that others can have a turn between them. */
export function* lintSteps(
  collection: Collection,
  options: LintOptions = {},
): Generator<undefined, readonly LintDiagnostic[]> {
  const found = [...compileProblems(collection)];
  // More than these are not told anyway, and the last of them says so.
  if (found.length <= MAX_PROBLEMS && !isRestorable(found))
    yield* runChecks(collection, options.fileName ?? null, found);
  return limitProblems(switchedOn(collection.text, inOrder(found), options.off));
}

/**
 * What reading and compiling a text found, and what there is to say about its ATT&CK tags. Of a text that was copied, and that
 * can be restored, that alone: everything else follows from it.
 */
export function compileProblems(collection: Collection): readonly LintDiagnostic[] {
  const { documents } = collection;
  const copied = copiedOf(collection);
  if (copied?.fixes) return [copied];
  const diagnostics = copied ? [copied, ...withTagProblems(collection)] : withTagProblems(collection);
  const [first] = documents;
  if (!first || documents.some((d) => d.kind !== 'filter')) return diagnostics;
  const { start } = first.range;
  const message =
    'There is only a filter here, and nothing that it is joined to. Add the rule that it is for, after `---`.';
  return [
    { code: 'rule-missing', severity: 'error', range: { start, end: start + 1 }, message },
    ...diagnostics,
  ];
}

const copies = new WeakMap<Collection, LintDiagnostic | null>();

/** What happened to a text when it was copied: looked for once, and only where something keeps it from being read. */
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

/** The checks that look at one kind of thing. */
const BY_KIND = {
  text: CHECKS.filter((check) => check.text),
  document: CHECKS.filter((check) => check.document),
  rule: CHECKS.filter((check) => check.rule),
  item: CHECKS.filter((check) => check.item),
  value: CHECKS.filter((check) => check.value),
};

/** The checks that look at one kind of thing, each with its report to `found`. */
function looksAt<K extends keyof typeof BY_KIND>(kind: K, found: LintDiagnostic[]) {
  return BY_KIND[kind].map((check) => {
    const report = reportOf(check, found);
    return (what: Parameters<NonNullable<Check<LintCode>[K]>>[0]) => check[kind]!(what as never, report);
  });
}

function* runChecks(
  collection: Collection,
  fileName: string | null,
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
  for (const look of looksAt('text', found)) look(context);
  const forDocuments = looksAt('document', found);
  const forRules = looksAt('rule', found);
  const forItems = looksAt('item', found);
  const forValues = looksAt('value', found);
  for (const entry of documents) {
    yield;
    const document = documentContext(context, entry);
    for (const look of forDocuments) look(document);
    const rule = isBroken(document) ? null : ruleContext(document, entry);
    if (!rule) continue;
    for (const look of forRules) look(rule);
    for (const item of rule.items) {
      // More than these are not told anyway.
      if (found.length > MAX_PROBLEMS * 2) return;
      for (const look of forItems) look(item);
      for (const value of item.values) for (const look of forValues) look(value);
    }
  }
}

/** Where YAML gives up on a value, what stands in its place is nothing that its author wrote. */
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
  const { kind, range, tree, meta } = document;
  return { ...context, kind, range, tree, meta };
}

function ruleContext(context: DocumentContext, { document, alone }: CollectionEntry): RuleContext | null {
  const content =
    document.kind === 'detection' ? document.rule : document.kind === 'filter' ? document.filter : null;
  if (!content) return null;
  const { logsource, detection } = content;
  const rule = { ...context, logsource, detection, plan: alone, items: [] as RuleContext['items'] };
  rule.items = itemContexts(rule);
  return rule;
}

/** Findings of a check's own severity; its errors leave the rule's meaning clear enough to be evaluated. */
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
