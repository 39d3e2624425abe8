import type { editor } from 'monaco-editor/editor';
import { readColours } from '../ui/colours';

/** Monaco takes colours as hexadecimal text only; they are read from tokens.css, so that there is one place for them. */
export function defineThemes(api: typeof editor): void {
  for (const scheme of ['light', 'dark'] as const)
    api.defineTheme(
      `sigma-${scheme}`,
      readColours(scheme, (colour) => theme(scheme, colour)),
    );
}

function theme(scheme: 'light' | 'dark', colour: (name: string) => string): editor.IStandaloneThemeData {
  const bare = (name: string) => colour(name).slice(1, 7);
  return {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare('--ink') },
      { token: 'type', foreground: bare('--key') },
      { token: 'string', foreground: bare('--str') },
      // Monaco's own themes name YAML's strings and JSON's apart; ours are the same.
      { token: 'string.yaml', foreground: bare('--str') },
      { token: 'number.yaml', foreground: bare('--num') },
      { token: 'string.escape', foreground: bare('--num') },
      { token: 'keyword', foreground: bare('--num') },
      { token: 'number', foreground: bare('--num') },
      { token: 'comment', foreground: bare('--com') },
      { token: 'delimiter', foreground: bare('--soft') },
      { token: 'operators', foreground: bare('--soft') },
      { token: 'invalid', foreground: bare('--err') },
    ],
    colors: {
      'editor.background': colour('--pane'),
      'editor.foreground': colour('--ink'),
      'editorLineNumber.foreground': colour('--faint'),
      'editorLineNumber.activeForeground': colour('--ink'),
      'editorCursor.foreground': colour('--accent'),
      'editor.selectionBackground': colour('--select'),
      'editor.lineHighlightBackground': colour('--row'),
      'editor.lineHighlightBorder': colour('--row'),
      'editorWidget.background': colour('--pane'),
      'editorWidget.border': colour('--edge'),
      'editorHoverWidget.background': colour('--pane'),
      'editorHoverWidget.foreground': colour('--ink'),
      'editorHoverWidget.border': colour('--edge'),
      'editorError.foreground': colour('--err'),
      'editorWarning.foreground': colour('--na'),
      'editorInfo.foreground': colour('--accent'),
      'editorGutter.foldingControlForeground': colour('--faint'),
      'editorSuggestWidget.background': colour('--pane'),
      'editorSuggestWidget.foreground': colour('--ink'),
      'editorSuggestWidget.border': colour('--edge'),
      'editorSuggestWidget.selectedBackground': colour('--select'),
      'editorSuggestWidget.selectedForeground': colour('--ink'),
      'editorSuggestWidget.highlightForeground': colour('--accent'),
      'editorSuggestWidget.focusHighlightForeground': colour('--ink'),
      focusBorder: colour('--accent'),
      // Colours mean selections here; brackets need none of their own.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((n) => [`editorBracketHighlight.foreground${n}`, colour('--soft')]),
      ),
    },
  };
}
