import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { applyEdits, plain } from '../../text';
import { compileProblems, lint } from '../lint/lint';

const RULE = `title: Catalog Removed
logsource:
    product: windows
detection:
    selection:
        User: backup
    condition: selection
`;
const flat = RULE.replace(/^ +/gm, '');

/** What is reported for a copied text: the characters, the message, and the text after its fix. */
function told(text: string) {
  const [first, ...others] = compileProblems(compileCollection(text));
  const { code, range, message, fixes } = first!;
  const fixed = fixes?.[0] && applyEdits(text, fixes[0].edits);
  return { code, at: text.slice(range.start, range.end), message, fixed, others: others.length };
}

describe('a copied rule', () => {
  test.each<[text: string, at: string, said: string]>([
    [flat, 'product: windows', 'has lost its indentation'],
    [RULE.replace(/^ +User/m, '    \u00a0 \u00a0 User'), '    \u00a0 \u00a0 ', 'U+00A0'],
    [`\`\`\`yaml\n${RULE}\`\`\`\n`, '```yaml', 'Markdown fence'],
    [RULE.replace(/^(?=.)/gm, '> '), '>', 'a marker before each line'],
    [RULE.replaceAll('    ', '\t'), '\t', 'tabs'],
    [RULE.replace(/^(?=.)/gm, '  ').trimStart(), '  logsource:', 'has lost its indentation'],
    [`  ${RULE}`, '  title: Catalog Removed', 'has lost its indentation'],
    [RULE.replace('backup', '&#39;backup&#39;'), '&#39;', 'HTML entities'],
    [
      flat.split('\n').reduce((all, line, i) => `${all}${i + 1} ${line}\n`, ''),
      '1',
      'has line numbers and has lost its indentation',
    ],
  ])('%j', (text, at, said) => {
    const { fixed, ...found } = told(text);
    expect(found).toMatchObject({ code: 'copied-text', at, others: 0 });
    expect(plain(found.message)).toContain(said);
    expect(plain(found.message)).toMatch(/There is exactly one way to restore it\.$/);
    const compiled = compileCollection(fixed!);
    expect(compiled.plans).toHaveLength(1);
    expect(lint(compiled).some(({ code }) => code === 'copied-text')).toBe(false);
  });

  test('if it cannot be restored, the reason is reported, and everything else too', () => {
    const { fixed, ...found } = told(flat.replace('condition: selection', 'condition: selection and other'));
    expect(fixed).toBeUndefined();
    expect(found).toMatchObject({ code: 'copied-text', at: 'product: windows' });
    expect(plain(found.message)).toContain('the condition refers to `other`');
    expect(found.others).toBeGreaterThan(0);
  });

  const broken = RULE.replace('User: backup', 'User: [backup');
  test.each<[text: string, title: string, left: string]>([
    [`\`\`\`yaml\n${broken}\`\`\`\n`, 'Remove what stands around it', broken],
    [`\`\`\`\n${broken}`, 'Remove what stands around it', broken],
    [broken.replace(/^(?=.)/gm, '> '), 'Remove the marks', broken],
    [`~~~\n${broken.replace(/^(?=.)/gm, '> ')}~~~\n`, 'Remove what stands around it and the marks', broken],
    [
      `\`\`\`\n${flat.replace('selection\n', 'selection and other\n')}\`\`\``,
      'Remove what stands around it',
      flat.replace('selection\n', 'selection and other\n'),
    ],
  ])('what stands around a broken rule is taken off all the same: %j', (text, title, left) => {
    const [first, ...others] = compileProblems(compileCollection(text));
    expect([first!.code, others.length]).toEqual(['copied-text', 0]);
    const [fix, ...more] = first!.fixes!;
    expect([plain(fix!.title), applyEdits(text, fix!.edits), more]).toEqual([title, left, []]);
  });

  test('nothing is taken off a text that only is broken', () => {
    const [first] = compileProblems(compileCollection(broken));
    expect([first!.code, first!.fixes]).toEqual(['yaml-syntax', undefined]);
  });

  test('the checks report nothing until it is restored', () => {
    expect(lint(compileCollection(flat)).map(({ code }) => code)).toEqual(['copied-text']);
  });
});
