import { type Diagnostic, type Edit, prose, type Range, say, type Words } from '../../text';
import { ODD_LAYOUT } from './decorations';
import type { DamageKind } from './kinds';
import { type Restoration, restore } from './restore';

/** The code for a text that was damaged when it was copied. */
export type CopiedCode = 'copied-text';

/** What happened to a text, to follow "This text". */
const SAID: Readonly<Record<DamageKind, string>> = {
  indentation: 'has lost its indentation',
  fence: 'has a Markdown fence or other words of a page around it',
  marks: 'has a marker before each line',
  'line-numbers': 'has line numbers',
  entities: 'has HTML entities for characters',
  'no-break-spaces': 'has no-break spaces (U+00A0) or similar instead of spaces',
  tabs: 'is indented with tabs',
};

/** What is taken off where the rest cannot be restored. */
const NAMED: Readonly<Record<DamageKind, string>> = {
  indentation: 'the indentation',
  fence: 'what stands around it',
  marks: 'the marks',
  'line-numbers': 'the line numbers',
  entities: 'the entities',
  'no-break-spaces': 'the no-break spaces',
  tabs: 'the tabs',
};

/** Where each kind of damage shows first. */
const SEEN: Readonly<Partial<Record<DamageKind, RegExp>>> = {
  fence: /^\s*(?:```|~~~)[^\n]*|\S[^\n]*/m,
  marks: /[>+]/,
  'line-numbers': /\d+/,
  entities: /&#?\w+;/,
  'no-break-spaces': ODD_LAYOUT,
  tabs: /(?<=^ *)\t+/m,
};

/**
 * The diagnostic for a text damaged by copying; null for one that reads as it should, or that nothing is known about.
 */
export function copiedText(text: string): Diagnostic<CopiedCode> | null {
  const found = restore(text);
  if (!found) return null;
  const { kinds, why, text: restored, peeled } = found;
  const range = placeOf(text, found);
  const said = `This text ${list(kinds.map((kind) => SAID[kind]))}, so it cannot be read as a rule.`;
  if (restored === null)
    return {
      ...(peeled
        ? {
            fixes: [
              {
                title: say`Remove ${list(peeled.kinds.map((kind) => NAMED[kind]))}`,
                edits: editsTo(text, peeled.text),
              },
            ],
          }
        : {}),
      code: 'copied-text',
      severity: 'error',
      range,
      message: say`${said} It cannot be restored automatically: ${lower(why ?? [])}`,
    };
  return {
    code: 'copied-text',
    severity: 'error',
    range,
    message: say`${said} There is exactly one way to restore it.`,
    fixes: [{ title: prose('Restore the rule'), edits: editsTo(text, restored) }],
  };
}

/**
 * The edits that turn one text into another: line by line if both have equally many, so that the cursor stays on its
 * line.
 */
function editsTo(text: string, restored: string): readonly Edit[] {
  const lines = text.split('\n');
  const wanted = restored.split('\n');
  if (lines.length !== wanted.length) return [{ range: { start: 0, end: text.length }, text: restored }];
  const edits: Edit[] = [];
  let start = 0;
  lines.forEach((line, i) => {
    const other = wanted[i]!;
    if (line !== other) edits.push(editOf(line, other, start));
    start += line.length + 1;
  });
  return edits;
}

function editOf(line: string, wanted: string, start: number): Edit {
  const most = Math.min(line.length, wanted.length);
  let after = 0;
  while (after < most && line.at(-1 - after) === wanted.at(-1 - after)) after++;
  let before = 0;
  while (before < most - after && line[before] === wanted[before]) before++;
  return {
    range: { start: start + before, end: start + line.length - after },
    text: wanted.slice(before, wanted.length - after),
  };
}

/** The first characters that show the damage. */
function placeOf(text: string, { kinds, text: restored }: Restoration): Range {
  const [kind] = kinds;
  if (kind === 'indentation') return firstMoved(text, restored);
  const found = SEEN[kind!]?.exec(text);
  const start = found?.index ?? 0;
  return { start, end: Math.max(start + (found?.[0].length ?? 0), Math.min(start + 1, text.length)) };
}

/** The first line that has to be indented further. */
function firstMoved(text: string, restored: string | null): Range {
  const lines = text.split('\n');
  const wanted = restored?.split('\n');
  const at = wanted
    ? lines.findIndex((line, i) => line !== wanted[i])
    : 1 + lines.findIndex((line) => /^\s*(?:logsource|detection|correlation|filter)\s*:/.test(line));
  const start = lines.slice(0, Math.max(0, at)).reduce((sum, line) => sum + line.length + 1, 0);
  return { start, end: start + (lines[Math.max(0, at)]?.trimEnd().length ?? 0) };
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function lower(sentence: Words): Words {
  const [first, ...rest] = sentence;
  return typeof first === 'string' ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : sentence;
}
