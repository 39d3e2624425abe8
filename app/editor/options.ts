import { editor } from 'monaco-editor/editor';

/** In pixels: the height of a line, and the room above the first and below the last. */
export const LINE = 20;
export const PADDING = 8;

/** The sizes of type, where text is so much larger than by itself. */
export function typeSizes(scale: number): editor.IEditorOptions {
  const fontSize = Math.round(13 * scale);
  const lineHeight = Math.round(LINE * scale);
  return { fontSize, lineHeight, suggestFontSize: fontSize, suggestLineHeight: lineHeight };
}

/** How both editors behave. */
export const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: '"JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace',
  padding: { top: PADDING, bottom: PADDING },
  guides: { indentation: false },
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  // Command lines are long, and a match in them must not be off to the right.
  wordWrap: 'on',
  wrappingIndent: 'indent',
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 14,
  // Monaco's high-contrast themes ignore the system's colours; ours are made from them.
  autoDetectHighContrast: false,
  renderLineHighlight: 'none',
  // Dimmed, the last line's number would be too faint to read.
  renderFinalNewline: 'on',
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  // Rules and events are mostly pasted, and quotes have a meaning in both: nothing is added that was not typed.
  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
  autoSurround: 'never',
  formatOnPaste: false,
  // If the provider has no suggestion, no list opens.
  quickSuggestions: { other: true, strings: true, comments: false },
  suggestOnTriggerCharacters: true,
  // A list that opens by itself takes over no key: the arrow keys select in it, or Ctrl+Space opens it on request.
  suggest: { selectionMode: 'never', showStatusBar: false, insertMode: 'replace' },
  acceptSuggestionOnEnter: 'smart',
  acceptSuggestionOnCommitCharacter: false,
  lightbulb: { enabled: editor.ShowLightbulbIconMode.Off },
  wordBasedSuggestions: 'off',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  links: false,
  codeLens: false,
  colorDecorators: false,
  fixedOverflowWidgets: true,
  stickyScroll: { enabled: false },
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  tabSize: 4,
  detectIndentation: true,
};
