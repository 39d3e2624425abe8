import { type Paper, paperHtml, paperMarkdown, paperSvg } from '../../../src/export';

/** The forms of an export. */
export type Form = 'html' | 'markdown' | 'svg' | 'png';

export const FORMS: Readonly<
  Record<Form, { readonly title: string; readonly ending: string; readonly type: string }>
> = {
  html: { title: 'HTML page', ending: 'html', type: 'text/html;charset=utf-8' },
  markdown: { title: 'Markdown', ending: 'md', type: 'text/markdown;charset=utf-8' },
  svg: { title: 'Picture (SVG)', ending: 'svg', type: 'image/svg+xml' },
  png: { title: 'Picture (PNG)', ending: 'png', type: 'image/png' },
};

/** True for forms that are one picture, in one theme. */
export function isPicture(form: Form): boolean {
  return form === 'svg' || form === 'png';
}

export type Theme = 'light' | 'dark';

/** A paper as text; of PNG, the SVG that it is drawn from. */
export function textOf(paper: Paper, form: Form, theme: Theme): string {
  if (form === 'html') return paperHtml(paper);
  return form === 'markdown' ? paperMarkdown(paper) : paperSvg(paper, theme).text;
}

/** The name of a file, after the rule's. */
export function exportName(ruleName: string, title: string, form: Form): string {
  const own = ruleName.replace(/\.ya?ml$/i, '') || title;
  const plain = own
    .replace(/[^\p{L}\p{N}_ .-]/gu, '')
    .trim()
    .slice(0, 80);
  return `${plain === '' || plain.startsWith('.') ? 'rule' : plain}.${FORMS[form].ending}`;
}
