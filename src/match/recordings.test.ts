import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEvents, readEvtx } from '../event';
import { compile } from '../rule';
import { describeWithShared } from '../testing/shared';
import { plain } from '../text';
import { Evaluator } from './evaluate';
import { explainWith } from './explain';
import { marksOf } from './marks';
import { summaryWords } from './words/summary';

interface Recording {
  readonly id: string;
  readonly matches: number | null;
  readonly files: readonly string[];
}

describeWithShared('recordings of SigmaHQ: each rule matches its own, log sources not ignored', (shared) => {
  const folder = join(shared, 'corpus', 'regression');
  const manifestFile = join(folder, 'manifest.json');
  const manifest: Recording[] = existsSync(manifestFile)
    ? JSON.parse(readFileSync(manifestFile, 'utf8'))
    : [];
  const withJson = manifest.filter((r) => existsSync(join(folder, r.id, 'events.json')));

  test.each(withJson)('$id', ({ id, matches }) => {
    expectMatches(id, matches, readFileSync(join(folder, id, 'events.json'), 'utf8'));
  });

  const withLog = manifest.filter((r) => existsSync(join(folder, r.id, 'events.evtx')));
  test.each(withLog)('$id, from its event log', ({ id, matches }) => {
    const { records } = readEvtx(readFileSync(join(folder, id, 'events.evtx')));
    expectMatches(id, matches, records.map(({ xml }) => xml).join('\n'));
  });

  function expectMatches(id: string, matches: number | null, events: string): void {
    const { plan, diagnostics } = compile(readFileSync(join(folder, id, 'rule.yml'), 'utf8'));
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    const { slices, text } = readEvents(events);
    const evaluator = new Evaluator(plan!);
    const verdicts: string[] = [];
    const summaries: string[] = [];
    for (const slice of slices) {
      expect(slice.event, JSON.stringify(slice)).toBeDefined();
      const event = slice.event!;
      const trace = explainWith(evaluator, event);
      expect(trace.matched).toBe(evaluator.evaluate(event));
      expect(trace.verdict).toBe(evaluator.verdict(event));
      const marks = marksOf(trace);
      if (trace.verdict === 'match') expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) {
        expect(mark.text.start).toBeGreaterThanOrEqual(event.range.start);
        expect(mark.text.end).toBeLessThanOrEqual(event.range.end);
        expect(mark.text.end).toBeLessThanOrEqual(text.length);
        expect(mark.rule.end).toBeLessThanOrEqual(plan!.text.length);
      }
      verdicts.push(trace.verdict);
      summaries.push(plain(summaryWords(trace)));
    }
    const matched = verdicts.filter((v) => v === 'match').length;
    expect(matched, summaries.join('\n')).toBeGreaterThanOrEqual(matches ?? 1);
  }

  test('the number of recordings', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((d) => d.isDirectory());
    const json = folders.filter((d) => existsSync(join(folder, d.name, 'events.json')));
    console.log(
      `recordings run: ${withJson.length} as JSON and ${withLog.length} as .evtx, of ${folders.length}; the others are neither`,
    );
    expect(withJson.length).toBe(json.length);
    expect(withJson.length).toBeGreaterThan(0);
  });
});
