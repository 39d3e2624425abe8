import type { editor } from 'monaco-editor/editor';
import { readColours } from '../ui/colours';

type Scheme = 'light' | 'dark';
type Colour = (name: string) => string;

const forced = window.matchMedia('(forced-colors: active)');
const SCHEMES = ['light', 'dark'] as const;

/**
 * Defines the editors' themes. Monaco takes colours only as hexadecimal text; they are read from tokens.css, the one
 * place for colours.
 */
export function defineThemes(api: typeof editor): void {
  for (const scheme of SCHEMES)
    api.defineTheme(
      themeName(scheme),
      readColours(scheme, (colour) => theme(scheme, colour)),
    );
}

/** Applies a theme to the editors, or the system's colours while those are forced. */
export function showTheme(api: typeof editor, dark: boolean): void {
  shown = dark ? 'dark' : 'light';
  api.setTheme(themeName(shown));
}

let shown: Scheme = 'light';

/** Follows the system when forced colours are switched on, off or changed. */
export function watchForcedColours(api: typeof editor): void {
  const again = () => {
    defineThemes(api);
    api.setTheme(themeName(shown));
  };
  forced.addEventListener('change', again);
  window
    .matchMedia('(prefers-color-scheme: dark)')
    .addEventListener('change', () => forced.matches && again());
}

function themeName(scheme: Scheme): string {
  return `sigma-${scheme}`;
}

function theme(scheme: Scheme, colour: Colour): editor.IStandaloneThemeData {
  if (!forced.matches)
    return { base: scheme === 'dark' ? 'vs-dark' : 'vs', inherit: true, ...inTokens(colour) };
  const { rules, colors } = inTokens(colour);
  return {
    base: isDark(colour('Canvas')) ? 'hc-black' : 'hc-light',
    inherit: true,
    rules,
    colors: {
      ...colors,
      contrastBorder: colour('CanvasText'),
      contrastActiveBorder: colour('LinkText'),
      'editor.selectionBackground': colour('Highlight'),
      'editor.selectionForeground': colour('HighlightText'),
      'editorSuggestWidget.selectedBackground': colour('Highlight'),
      'editorSuggestWidget.selectedForeground': colour('HighlightText'),
      'editorSuggestWidget.selectedIconForeground': colour('HighlightText'),
      'editorSuggestWidget.focusHighlightForeground': colour('HighlightText'),
    },
  };
}

/** True if a background `#rrggbb` is closer to black than to white. */
function isDark(ground: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16));
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128;
}

function inTokens(colour: Colour): Pick<editor.IStandaloneThemeData, 'rules' | 'colors'> {
  const bare = (name: string) => colour(name).slice(1, 7);
  return {
    rules: [
      { token: '', foreground: bare('--ink') },
      { token: 'type', foreground: bare('--key') },
      { token: 'string', foreground: bare('--str') },
      // Monaco's own themes colour strings in YAML and JSON differently; ours do not.
      { token: 'string.yaml', foreground: bare('--str') },
      { token: 'number.yaml', foreground: bare('--num') },
      { token: 'string.escape', foreground: bare('--num') },
      { token: 'tag', foreground: bare('--soft') },
      { token: 'metatag', foreground: bare('--soft') },
      { token: 'metatag.xml', foreground: bare('--soft') },
      { token: 'delimiter.xml', foreground: bare('--soft') },
      { token: 'attribute.name', foreground: bare('--key') },
      { token: 'attribute.value', foreground: bare('--str') },
      { token: 'attribute.value.xml', foreground: bare('--str') },
      { token: 'comment.content', foreground: bare('--com') },
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
      // Here colours mean selections; brackets have none.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((n) => [`editorBracketHighlight.foreground${n}`, colour('--soft')]),
      ),
    },
  };
}
