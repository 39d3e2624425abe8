import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionTree, stages } from '../../../src/describe';
import type { Plan } from '../../../src/rule';
import { pair } from '../../../src/testing/generate';
import { planOf, ruleOf } from '../../../src/testing/oracle/check';
import { certificateExport } from '../../examples/windows/certificate-export';
import { type Diagram, type DiagramNode, diagram } from './diagram';
import { diagramSvg } from './diagram-svg';

const TOKENS = {
  background: '#fff',
  ink: '#111',
  line: '#888',
  gate: '#eee',
  leaf: '#fff',
  font: '"DejaVu Sans Mono", monospace',
  selections: ['#00f', '#a0a'],
};

function drawn(plan: Plan): Diagram {
  return diagram(conditionTree(plan), stages(plan).condition.text);
}

/** The tree that the edges draw: `and(1  a, not(2  b))`. */
function tree({ nodes, edges }: Diagram, id = 0): string {
  const children = edges.filter((e) => e.from === id).map((e) => tree({ nodes, edges } as Diagram, e.to));
  return children.length > 0 ? `${nodes[id]!.label}(${children.join(', ')})` : nodes[id]!.label;
}

describe('gates and leaves', () => {
  const body = 'a:\n  F: 1\nb:\n  F: 2\nsel_c:\n  F: 3\nsel_d:\n  F: 4\n';
  test.each([
    ['a', '1  a'],
    ['a and not b', 'and(1  a, not(2  b))'],
    ['not a', 'not(1  a)'],
    ['b or a and b', 'or(1  b, and(2  a, 1  b))'],
    ['1 of sel_*', '1 of sel_*(1  sel_c, 2  sel_d)'],
    ['a and not all of sel_*', 'and(1  a, not(all of sel_*(2  sel_c, 3  sel_d)))'],
    ['[a, b]', 'or(1  a, 2  b)'],
  ])('%s', (condition, expected) => {
    expect(tree(drawn(planOf(ruleOf(`${body}condition: ${condition}`))))).toBe(expected);
  });

  test('of many selections under one quantifier the first are shown', () => {
    const many = Array.from({ length: 60 }, (_, i) => `s${i}:\n  F: ${i}\n`).join('');
    const { nodes } = drawn(planOf(ruleOf(`${many}condition: 1 of them`)));
    expect([nodes.length, nodes[51]!.label, nodes[51]!.selection]).toEqual([52, '10 more', null]);
  });

  test('a condition of very many quantifiers stays a picture that can be drawn', () => {
    const many = Array.from({ length: 100 }, (_, i) => `s${i}:\n  F: ${i}\n`).join('');
    const condition = Array.from({ length: 1000 }, () => '1 of them').join(' and ');
    const { nodes } = drawn(planOf(ruleOf(`${many}condition: ${condition}`)));
    expect(nodes.length).toBeLessThan(4000);
  });
});

const apart = (a: DiagramNode, b: DiagramNode) =>
  a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;

test('boxes lie inside the picture and never touch; edges run from a gate to its right', () => {
  fc.assert(
    fc.property(pair, ({ rule, placeholders }) => {
      const { width, height, nodes, edges } = drawn(planOf(rule, placeholders));
      nodes.forEach((node, i) => {
        expect(node.x >= 0 && node.y >= 0 && node.x + node.w <= width && node.y + node.h <= height).toBe(
          true,
        );
        for (const other of nodes.slice(i + 1)) expect(apart(node, other)).toBe(true);
      });
      for (const { from, to, path } of edges) {
        const [a, b] = [nodes[from]!, nodes[to]!];
        expect([a.kind, a.x + a.w < b.x]).toEqual(['gate', true]);
        // The straight part before the child crosses no other box.
        const [, bend] = /(\d+(?:\.\d+)?) [\d.]+H[\d.]+$/.exec(path)!;
        const y = b.y + b.h / 2;
        for (const other of nodes)
          if (other !== b && other.x < b.x && other.x + other.w > Number(bend))
            expect(other.y > y || other.y + other.h < y).toBe(true);
      }
      expect(edges.length).toBe(nodes.length - 1);
    }),
    { numRuns: 300 },
  );
});

describe('as SVG', () => {
  const svg = diagramSvg(drawn(planOf(certificateExport.rule)), TOKENS);
  test('stands alone, and names the condition', () => {
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="[\d ]+" role="img">\n<title>selection and not filter_deployment<\/title>/,
    );
    expect(svg.match(/<text [^>]*>[^<]*/g)!.map((t) => t.replace(/^[^>]*>/, ''))).toEqual([
      'and',
      '1  selection',
      'not',
      '2  filter_deployment',
    ]);
    expect(svg).toContain('stroke="#a0a"');
    expect(svg).toContain('font-family="&quot;DejaVu Sans Mono&quot;, monospace"');
  });

  test('names of selections cannot break out of it', () => {
    const name = '<script>&"\u0001\ud800';
    const plan = planOf(ruleOf('a:\n  F: 1\ncondition: a'));
    const hostile = { ...plan, selections: [{ ...plan.selections[0]!, name }] };
    const text = diagramSvg(drawn(hostile), TOKENS);
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;&amp;&quot;\ufffd\ufffd');
  });
});
