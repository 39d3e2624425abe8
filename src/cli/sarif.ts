import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CARDS, type LintDiagnostic } from '../language';
import { type Fix, fixWords, LineIndex, plain, type Range, type Severity } from '../text';
import type { Unread } from './files';
import type { NamedText } from './named-text';

/*
 * Findings as SARIF 2.1.0 (OASIS), which code hosts read.
 */

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

const UNREAD = { id: 'file-unread', shortDescription: { text: 'A file cannot be read.' } } as const;

/** Collects what was found in rules, and writes it as one run. */
export class SarifLog {
  private readonly results: object[] = [];
  private readonly rules: readonly string[];
  private readonly indexes: ReadonlyMap<string, number>;

  /** `off`: ids of checks that are switched off. `folder`: files below it are named relative to it. */
  constructor(
    off: readonly string[],
    private readonly folder = process.cwd(),
  ) {
    this.rules = [...CARDS.keys()].filter((id) => !off.includes(id) || CARDS.get(id)!.blocks);
    this.indexes = new Map(this.rules.map((id, i) => [id, i]));
  }

  /** Adds the findings of one file. */
  add(file: NamedText, found: readonly LintDiagnostic[]): void {
    const places = new Places(file.text);
    const artifactLocation = { uri: this.uri(file.name) };
    const prints = new Fingerprints(file.text);
    for (const { code, severity, message, range, fixes = [] } of found) {
      this.results.push({
        ruleId: code,
        ruleIndex: this.indexes.get(code) ?? -1,
        level: LEVELS[severity],
        message: { text: plain(message) },
        locations: [{ physicalLocation: { artifactLocation, region: places.region(range) } }],
        partialFingerprints: { primaryLocationLineHash: prints.of(code, places.line(range.start)) },
        ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(fix, artifactLocation, places)) } : {}),
      });
    }
  }

  /** The log as one line of JSON. `unread`: the files that could not be read; each has a notification. */
  text(unread: readonly Unread[]): string {
    const isWhole = unread.length === 0;
    const driver = {
      name: 'Sigma Playground',
      rules: this.rules.map(ruleOf),
      ...(isWhole ? {} : { notifications: [UNREAD] }),
    };
    const notifications = unread.map((one) => this.notification(one));
    const run = {
      tool: { driver },
      columnKind: 'utf16CodeUnits',
      invocations: [
        {
          executionSuccessful: isWhole,
          ...(isWhole ? {} : { toolExecutionNotifications: notifications }),
        },
      ],
      results: this.results,
    };
    return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
  }

  private notification({ name, reason }: Unread) {
    return {
      descriptor: { id: UNREAD.id, index: 0 },
      level: 'error',
      message: { text: `${name} cannot be read: ${reason}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: this.uri(name) } } }],
    };
  }

  /** Relative for a file below the folder, with slashes; absolute for any other. */
  private uri(name: string): string {
    const path = relative(this.folder, resolve(this.folder, name));
    if (path === '..' || path.startsWith(`..${sep}`)) return pathToFileURL(resolve(this.folder, name)).href;
    return path.split(sep).map(encodeURIComponent).join('/');
  }
}

function ruleOf(id: string) {
  const { finds, why, severity, bad, good } = CARDS.get(id)!;
  const example = `Instead of:\n\n${bad.replace(/[«»]/g, '')}\n\nwrite:\n\n${good}`;
  const marked = `${why}\n\nInstead of\n\n${fenced(bad.replace(/[«»]/g, ''))}\n\nwrite\n\n${fenced(good)}`;
  return {
    id,
    shortDescription: { text: `${finds}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${example}`, markdown: marked },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}

function fixOf(fix: Fix, artifactLocation: object, places: Places) {
  const replacements = fix.edits.map(({ range, text }) => ({
    deletedRegion: places.region(range),
    ...(text === '' ? {} : { insertedContent: { text } }),
  }));
  return {
    description: { text: plain(fixWords(fix)) },
    artifactChanges: [{ artifactLocation, replacements }],
  };
}

/** Places in a text as SARIF counts them: lines and columns from 1, the end column exclusive. */
class Places {
  private readonly lines: LineIndex;

  constructor(text: string) {
    this.lines = new LineIndex(text);
  }

  line(offset: number): number {
    return this.lines.position(offset).line;
  }

  region({ start, end }: Range) {
    const [from, to] = [this.lines.position(start), this.lines.position(end)];
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  }
}

/** Marks by which a finding is known again when lines above it were added or taken away. */
class Fingerprints {
  private readonly lines: readonly string[];
  private readonly counts = new Map<string, number>();

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  /** From the code and the line's text without its indentation; equal ones are numbered. */
  of(code: string, line: number): string {
    const content = `${code}\n${this.lines[line - 1]!.trim()}`;
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const count = (this.counts.get(hash) ?? 0) + 1;
    this.counts.set(hash, count);
    return `${hash}:${count}`;
  }
}
