import { describe, expect, it } from 'vitest';
import { certificateExport } from '../../app/examples/windows/certificate-export';
import { TACTICS, technique } from '../knowledge';
import { compile } from '../rule';
import { plain } from '../text';
import { type AttackCoverage, attackCoverage, attackCoverageInSteps } from './attack-coverage';
import { navigatorLayer } from './navigator-layer';
import { ruleCard } from './rule-card';

/** Tags with their ranges in one text, one line each. */
function tags(...names: readonly string[]) {
  let at = 0;
  return names.map((value) => {
    const range = { start: at, end: at + value.length };
    at = range.end + 1;
    return { value, range };
  });
}

/** `Execution: T1059.001 | Stealth?: …`, with a question mark if no tag names the tactic. */
const table = ({ rows }: AttackCoverage) =>
  rows
    .map(
      ({ tactic, tagged, techniques }) =>
        `${tactic.name}${tagged ? '' : '?'}: ${techniques.map((t) => t.id).join(' ')}`,
    )
    .join(' | ');

describe('attackCoverage', () => {
  it.each<[tags: string, table: string, fixes: string]>([
    ['attack.execution attack.t1059.001', 'Execution: T1059.001', ''],
    ['attack.T1059.001 attack.Execution', 'Execution: T1059.001', ''],
    ['attack.t1059.001', 'Execution?: T1059.001', ''],
    ['attack.impact', 'Impact: ', ''],
    // Of a technique's several tactics, those that the rule names; all of them if it names none.
    ['attack.t1053.005 attack.persistence', 'Persistence: T1053.005', ''],
    [
      'attack.t1053.005',
      'Execution?: T1053.005 | Persistence?: T1053.005 | Privilege Escalation?: T1053.005',
      '',
    ],
    ['attack.t1552.004 attack.impact', 'Credential Access?: T1552.004 | Impact: ', ''],
    // Revoked and renamed.
    ['attack.execution attack.t1086', 'Execution: T1059.001', 'attack.t1059.001'],
    ['attack.execution attack.t1086 attack.t1059.001', 'Execution: T1059.001', ''],
    ['attack.t1562.001', 'Defense Impairment?: T1685', 'attack.t1685'],
    ['attack.t1064', '', ''],
    ['attack.t9999', '', ''],
    ['attack.t1059.099', '', 'attack.t1059'],
    // The retired tactic.
    [
      'attack.defense-evasion',
      'Stealth:  | Defense Impairment: ',
      'attack.stealth attack.defense-impairment',
    ],
    [
      'attack.defense_evasion',
      'Stealth:  | Defense Impairment: ',
      'attack.stealth attack.defense-impairment',
    ],
    [
      'attack.defense-evasion attack.t1685',
      'Defense Impairment: T1685',
      'attack.defense-impairment attack.stealth',
    ],
    ['attack.defense-evasion attack.t1036', 'Stealth: T1036', 'attack.stealth attack.defense-impairment'],
    [
      'attack.defense-evasion attack.stealth',
      'Stealth:  | Defense Impairment: ',
      'attack.defense-impairment',
    ],
    ['attack.credential_access', 'Credential Access: ', 'attack.credential-access'],
    ['attack.ta0002', 'Execution: ', 'attack.execution'],
    ['attack.nonsense', '', ''],
    ['cve.2021-44228 detection.emerging-threats', '', ''],
  ])('%s', (written, expected, fixes) => {
    const found = attackCoverage(tags(...written.split(' ')));
    expect(table(found)).toBe(expected);
    expect(found.notes.flatMap((n) => n.fixes.flatMap((f) => f.edits.map((e) => e.text))).join(' ')).toBe(
      fixes,
    );
  });

  it.each<[tag: string, text: string]>([
    ['attack.t1086', 'T1086 was revoked. It is now T1059.001 Command and Scripting Interpreter: PowerShell.'],
    ['attack.t1064', 'T1064 is deprecated, without a replacement. Remove the tag.'],
    ['attack.t9999', 'T9999 is not a technique of ATT&CK Enterprise 19.2.'],
    [
      'attack.t1059.099',
      'T1059 Command and Scripting Interpreter has no sub-technique T1059.099 in ATT&CK 19.2.',
    ],
    [
      'attack.defense-evasion',
      'Defense Evasion is a tactic up to ATT&CK 18.1; since then it is Stealth and Defense Impairment.',
    ],
    ['attack.nonsense', '`nonsense` is not a tactic, technique or other object of ATT&CK 19.2.'],
    ['attack.credential_access', 'In tags, this tactic is called `attack.credential-access`.'],
  ])('for %s it says: %s', (tag, text) => {
    expect(attackCoverage(tags(tag)).notes.map((n) => plain(n.message))).toEqual([text]);
  });

  it('reports groups and software as such, each once', () => {
    expect(attackCoverage(tags('attack.g0007', 'attack.s0002', 'attack.G0007')).others).toEqual([
      { kind: 'Group', id: 'G0007' },
      { kind: 'Software', id: 'S0002' },
    ]);
  });

  it('fixes exactly the characters of the tag, and nothing is left to fix', () => {
    const text = 'attack.execution\nattack.t1086\nattack.defense-evasion';
    const [revoked, retired] = attackCoverage(tags(...text.split('\n'))).notes;
    const edits = [revoked!, retired!].map((n) => n.fixes[0]!.edits[0]!).reverse();
    const after = edits.reduce(
      (t, { range, text: put }) => t.slice(0, range.start) + put + t.slice(range.end),
      text,
    );
    expect(after).toBe('attack.execution\nattack.t1059.001\nattack.stealth');
    expect(attackCoverage(tags(...after.split('\n'))).notes).toEqual([]);
  });

  it('of the certificate export', () => {
    const card = ruleCard(compile(certificateExport.rule).plan!);
    const coverage = attackCoverage(card.meta.tags);
    expect(coverage.rows.map((r) => [r.tactic.name, r.techniques.map((t) => `${t.id} ${t.name}`)])).toEqual([
      ['Execution', ['T1059.001 Command and Scripting Interpreter: PowerShell']],
      ['Credential Access', ['T1552.004 Unsecured Credentials: Private Keys']],
    ]);
    expect(coverage.notes).toEqual([]);
    const layer = navigatorLayer(coverage, { title: 'T', id: 'i' });
    expect(layer).toMatchObject({
      name: 'T',
      domain: 'enterprise-attack',
      versions: { attack: '19', layer: '4.5' },
    });
    expect(layer.techniques).toEqual([
      { techniqueID: 'T1059', tactic: 'execution', comment: '', enabled: true, showSubtechniques: true },
      {
        techniqueID: 'T1059.001',
        tactic: 'execution',
        score: 1,
        comment: 'T (i)',
        enabled: true,
        showSubtechniques: false,
      },
      {
        techniqueID: 'T1552',
        tactic: 'credential-access',
        comment: '',
        enabled: true,
        showSubtechniques: true,
      },
      {
        techniqueID: 'T1552.004',
        tactic: 'credential-access',
        score: 1,
        comment: 'T (i)',
        enabled: true,
        showSubtechniques: false,
      },
    ]);
  });
});

describe('the facts of ATT&CK', () => {
  it('have 15 tactics, and each technique is under at least one', () => {
    expect(TACTICS).toHaveLength(15);
    expect(technique('T1003')?.tactics.map((t) => t.shortname)).toEqual(['credential-access']);
  });
});

it('reads many tags in steps, a few in none', () => {
  const stepsOf = (count: number) =>
    [...attackCoverageInSteps(tags(...Array.from({ length: count }, (_, i) => `attack.x${i}`)))].length;
  expect(stepsOf(20)).toBe(0);
  expect(stepsOf(1000)).toBeGreaterThanOrEqual(20);
});
