import { type editor as api, languages, Range as MonacoRange, type Position } from 'monaco-editor/editor';
import type { Entry } from '../../../src/language';
import { PAGE, told } from '../../../src/limits';
import { fixWords, type Range, unmarked } from '../../../src/text';
import { isTold, NOT_LOADED, whyNotLoaded } from '../../guard/why-not-loaded';
import { results } from '../../results/results';
import type { Side } from '../../state/session';
import { notify } from '../../ui/notices';
import { EVENT_LANGUAGES } from '../event-languages';
import { hovered } from '../looked-up';
import { markdown } from './markdown';
import { toSuggestions } from './suggestions';

/** Only the rule's editor uses this language. */
const LANGUAGE = 'yaml';

/** The providers load when they are first needed; null if they cannot load, which a notice says. */
const answers = () => import('./answers').catch(notLoaded);
const names = () => import('../../../src/language/assist/names').catch(notLoaded);
const format = () => import('../../../src/language/assist/format').catch(notLoaded);

async function notLoaded(cause: unknown): Promise<null> {
  isTold(cause);
  const why = NOT_LOADED[await whyNotLoaded()];
  notify({ key: 'assist', text: `Help for the author of a rule ${why}`, for: 12_000 });
  return null;
}

/** Said in place of a hover. */
const TOO_LONG = [
  `No explanations here: this text is longer than ${told(PAGE.helpLength)} characters, the limit for suggestions and hovers.`,
];

const isTooLong = (model: api.ITextModel) => model.getValueLength() > PAGE.helpLength.value;

/**
 * Registers fixes in both editors, and for the rule: suggestions, hovers, go to and rename selection, and the outline.
 */
export function registerAssist(): void {
  languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: ['|', ' ', '.', '['],
    async provideCompletionItems(model, position) {
      if (isTooLong(model)) return { suggestions: [] };
      const found = await (await answers())?.complete(model.getValue(), model.getOffsetAt(position));
      return { suggestions: found && !model.isDisposed() ? toSuggestions(found, model) : [] };
    },
  });
  languages.registerHoverProvider(LANGUAGE, {
    async provideHover(model, position) {
      if (isTooLong(model)) return { contents: [{ value: markdown(TOO_LONG) }] };
      hovered.offset = model.getOffsetAt(position);
      const found = await (await answers())?.hover(model.getValue(), model.getOffsetAt(position));
      if (!found || model.isDisposed()) return null;
      return {
        contents: [{ value: found.lines.map(markdown).join('  \n') }],
        range: span(model, found.range),
      };
    },
  });
  for (const side of ['rule', 'events'] as const)
    languages.registerCodeActionProvider(
      side === 'rule' ? LANGUAGE : EVENT_LANGUAGES,
      { provideCodeActions: (model, range) => ({ actions: fixesIn(side, model, range), dispose() {} }) },
      { providedCodeActionKinds: ['quickfix'] },
    );
  languages.registerDocumentFormattingEditProvider(LANGUAGE, {
    displayName: 'Sigma Playground',
    async provideDocumentFormattingEdits(model) {
      const engine = await format();
      if (!engine || model.isDisposed()) return [];
      return engine.format(model.getValue()).map(({ range, text }) => ({ range: span(model, range), text }));
    },
  });
  registerNames();
}

/** The fixes of the problems that touch `range`, as long as they belong to the current text. */
function fixesIn(side: Side, model: api.ITextModel, range: MonacoRange): languages.CodeAction[] {
  const { ruleText, ruleProblems, eventsText, eventProblems } = results.getState();
  const problems = side === 'rule' ? ruleProblems : eventProblems;
  if ((side === 'rule' ? ruleText : eventsText) !== model.getValue()) return [];
  const start = model.getOffsetAt(range.getStartPosition());
  const end = model.getOffsetAt(range.getEndPosition());
  return problems
    .filter((problem) => problem.range.start <= end && problem.range.end >= start)
    .flatMap(({ fixes = [] }) => fixes)
    .map((fix) => ({
      title: unmarked(fixWords(fix)),
      kind: 'quickfix',
      edit: { edits: fix.edits.map((edit) => change(model, edit.range, edit.text)) },
    }));
}

function registerNames(): void {
  const selectionAt = async (model: api.ITextModel, position: Position) => {
    const offset = model.getOffsetAt(position);
    const engine = await names();
    const found = engine?.selectionAt(model.getValue(), offset);
    return engine && found && !model.isDisposed() ? { ...found, whyNoName: engine.whyNoName } : null;
  };
  languages.registerDefinitionProvider(LANGUAGE, {
    async provideDefinition(model, position) {
      const found = await selectionAt(model, position);
      return found?.definition ? { uri: model.uri, range: span(model, found.definition.range) } : null;
    },
  });
  languages.registerReferenceProvider(LANGUAGE, {
    async provideReferences(model, position, { includeDeclaration }) {
      const found = await selectionAt(model, position);
      const own = includeDeclaration && found?.definition ? [found.definition.range] : [];
      return [...own, ...(found?.uses ?? [])].map((range) => ({ uri: model.uri, range: span(model, range) }));
    },
  });
  languages.registerRenameProvider(LANGUAGE, {
    async resolveRenameLocation(model, position) {
      const found = await selectionAt(model, position);
      if (found) return { range: span(model, found.at), text: found.name };
      const range = MonacoRange.fromPositions(position);
      return {
        range,
        text: '',
        rejectReason: 'Only the names of selections can be changed everywhere at once.',
      };
    },
    async provideRenameEdits(model, position, name) {
      const found = await selectionAt(model, position);
      if (!found) return { edits: [] };
      const why = name === found.name ? null : found.whyNoName(name, found.others);
      if (why) return { edits: [], rejectReason: unmarked(why) };
      const places = [...(found.definition ? [found.definition.range] : []), ...found.uses];
      return { edits: places.map((range) => change(model, range, name)) };
    },
  });
  languages.registerDocumentSymbolProvider(LANGUAGE, {
    displayName: 'Rule',
    async provideDocumentSymbols(model) {
      const engine = await names();
      return engine && !model.isDisposed()
        ? engine.entriesOf(model.getValue()).map((e) => symbol(model, e))
        : [];
    },
  });
}

const SYMBOLS: Readonly<Record<Entry['kind'], languages.SymbolKind>> = {
  document: languages.SymbolKind.File,
  key: languages.SymbolKind.Key,
  selection: languages.SymbolKind.Variable,
};

function symbol(
  model: api.ITextModel,
  { name, detail, kind, range, body, children }: Entry,
): languages.DocumentSymbol {
  return {
    name,
    detail,
    kind: SYMBOLS[kind],
    tags: [],
    range: span(model, { start: Math.min(body.start, range.start), end: body.end }),
    selectionRange: span(model, range),
    children: children.map((child) => symbol(model, child)),
  };
}

function change(model: api.ITextModel, range: Range, text: string): languages.IWorkspaceTextEdit {
  return {
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: span(model, range), text },
  };
}

function span(model: api.ITextModel, { start, end }: Range): MonacoRange {
  return MonacoRange.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
