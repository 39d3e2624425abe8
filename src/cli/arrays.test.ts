import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './sigma';

const folder = mkdtempSync(join(tmpdir(), 'sigma-arrays-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what is explained of a block names the member', async () => {
  const rule = join(folder, 'rule.yml');
  const events = join(folder, 'events.json');
  writeFileSync(
    rule,
    'title: A\nsigma-version: 3\nlogsource: {product: test}\ndetection:\n    s:\n        c[any]:\n            a: x\n            b: y\n    condition: s\n',
  );
  writeFileSync(events, '{"c": [{"a": "z"}, {"a": "x", "b": "z"}]}');
  const said: string[] = [];
  await run(['explain', '--rule', rule, '--events', events, '--event', '0'], {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    progress: () => {},
  });
  const text = said.join('\n');
  expect(text).toContain('✓ c[1].a is\n');
  expect(text).toContain('✗ c[1].b is\n');
});
