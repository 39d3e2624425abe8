import { hasLineAbove, lineKind, PALETTES, type Palette } from './palette';
import { SLOTS } from './paper';

/** The style sheet of a page that stands alone: light, dark, and printed. */
export const HTML_STYLE = [
  `:root{color-scheme:light dark;${colours(PALETTES.light)}}`,
  `@media (prefers-color-scheme:dark){:root{${colours(PALETTES.dark)}}}`,
  'body{margin:0;background:var(--background);color:var(--ink);font:15px/1.5 system-ui,sans-serif}',
  'main{max-width:60rem;margin:0 auto;padding:1.5rem}',
  'h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem;overflow-wrap:anywhere}',
  'h2{font-size:1.15rem;margin:2rem 0 .5rem}',
  'h3{font-size:1rem;margin:1.5rem 0 .5rem}',
  'p,ul,dl,table,pre{margin:.5rem 0}',
  'p,li,dd{overflow-wrap:anywhere}',
  'a{color:var(--accent)}',
  '.soft{color:var(--soft)}',
  '.match{color:var(--hit)}.no-match{color:var(--miss)}.not-applicable{color:var(--na)}.error{color:var(--err)}',
  'code,pre{font:13px/1.55 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}',
  'p code,li code,td code,dd code{white-space:pre-wrap;background:var(--pane);padding:0 .2em;border-radius:3px}',
  'pre{background:var(--pane);border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;white-space:pre-wrap;overflow-wrap:anywhere}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}dt{color:var(--soft)}dd{margin:0}',
  'table{border-collapse:collapse;width:100%;font-size:14px}',
  'th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}td code{overflow-wrap:anywhere}',
  '.tree,.tree ul{list-style:none;margin:0;padding:0}.tree ul{padding-left:1.25rem;border-left:1px solid var(--line);margin-left:.35rem}',
  '.yes{color:var(--hit)}.no{color:var(--err)}',
  'mark,.name{color:inherit;background:none;border-bottom:2px solid}',
  ...Array.from({ length: SLOTS }, (_, i) => slot(i + 1)),
  'mark.part{border-bottom-width:1px;background:none}',
  '@media (forced-colors:active){mark,.name{background:Canvas!important;color:CanvasText;border-color:CanvasText!important}}',
  '@media screen and (max-width:40rem){main{padding:1rem}table{display:block;overflow-x:auto}td{min-width:6em}}',
  // Colours may be missing on paper: the lines tell marks and names apart.
  `@media print{:root{color-scheme:light;${colours(PALETTES.light)}}body{font-size:10.5pt}main{max-width:none;padding:0}code,pre{font-size:9pt}h2,h3{break-after:avoid}.event{break-before:auto}pre,tr,dl,.tree li>div{break-inside:avoid}pre.long{break-inside:auto}mark,.name{print-color-adjust:exact}a{color:inherit}}`,
].join('\n');

function colours({ slots, ...named }: Palette): string {
  const all = [
    ...Object.entries(named),
    ...slots.flatMap(([line, ground], i) => [
      [`s${i + 1}`, line],
      [`g${i + 1}`, ground],
    ]),
  ];
  return all.map(([name, value]) => `--${name}:${value}`).join(';');
}

function slot(number: number): string {
  const kind = lineKind(number);
  const width = kind === 'double' ? 3 : 2;
  const above = hasLineAbove(number) ? `;border-top:1px ${kind} var(--s${number})` : '';
  const line = `border-bottom:${width}px ${kind} var(--s${number})${above}`;
  return `mark.s${number}{background:var(--g${number})}mark.s${number},.name.s${number}{${line}}`;
}
