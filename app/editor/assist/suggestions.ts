import { type editor as api, languages, Range as MonacoRange } from 'monaco-editor/editor';
import type { Completion, Item, ItemKind } from '../../../src/language';
import { prose } from '../../../src/text';
import { markdown } from './markdown';

const KINDS: Readonly<Record<ItemKind, languages.CompletionItemKind>> = {
  key: languages.CompletionItemKind.Property,
  value: languages.CompletionItemKind.Value,
  field: languages.CompletionItemKind.Field,
  modifier: languages.CompletionItemKind.Function,
  selection: languages.CompletionItemKind.Variable,
  operator: languages.CompletionItemKind.Operator,
  tag: languages.CompletionItemKind.EnumMember,
  snippet: languages.CompletionItemKind.Snippet,
};

/** Our suggestions as Monaco wants them, in our order. */
export function toSuggestions(
  { range, items }: Completion,
  model: api.ITextModel,
): languages.CompletionItem[] {
  const place = MonacoRange.fromPositions(model.getPositionAt(range.start), model.getPositionAt(range.end));
  return items.map((item, i) => toSuggestion(item, i, place));
}

function toSuggestion(item: Item, place: number, range: MonacoRange): languages.CompletionItem {
  const { label, insert, kind, detail, doc, filter } = item;
  return {
    label: detail ? { label, description: detail } : label,
    kind: KINDS[kind],
    insertText: insert,
    range,
    sortText: String(place).padStart(6, '0'),
    ...(filter ? { filterText: filter } : {}),
    ...(doc ? { documentation: { value: markdown(prose(doc)) } } : {}),
    ...(kind === 'snippet'
      ? { insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet }
      : {}),
    // An insertion that ends in a space is followed by suggestions for the next word, as after a trigger character.
    ...(kind !== 'snippet' && insert.endsWith(' ') ? { command: NEXT } : {}),
  };
}

const NEXT: languages.Command = {
  id: 'editor.action.triggerSuggest',
  title: 'Suggest what follows',
  arguments: [{ auto: true }],
};
