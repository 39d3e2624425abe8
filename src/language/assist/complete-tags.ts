import { TACTICS, TECHNIQUES } from '../../knowledge';
import type { Item } from './item';

const OTHERS: readonly (readonly [label: string, doc: string])[] = [
  ['cve.', 'A vulnerability: `cve.2026-1234`.'],
  ['car.', 'An analytic of MITRE’s CAR: `car.2013-05-004`.'],
  ['d3fend.', 'A countermeasure of MITRE D3FEND.'],
  ['detection.dfir', 'For forensics and incident response.'],
  ['detection.emerging-threats', 'For a current threat.'],
  ['detection.threat-hunting', 'A starting point for hunting; it also matches much that is harmless.'],
  ['stp.', 'A level of Summiting the Pyramid: `stp.3k`.'],
  ['tlp.clear', 'May be shared without limits.'],
  ['tlp.green', 'May be shared in the community.'],
  ['tlp.amber', 'May be shared inside the organisation and with its customers.'],
  ['tlp.amber-strict', 'May be shared only inside the organisation.'],
  ['tlp.red', 'May not be shared.'],
];

/** Always the same; made on first use, since most people never need it. */
let all: readonly Item[] | undefined;

/** Tags: tactics, techniques with their names, and the other namespaces of the specification. */
export function tagItems(): readonly Item[] {
  all ??= [
    ...TACTICS.map(({ id, shortname, name }): Item => {
      const tag = `attack.${shortname}`;
      return { label: tag, insert: tag, kind: 'tag', detail: `Tactic ${id}`, filter: `${tag} ${name} ${id}` };
    }),
    ...TECHNIQUES.map(({ id, name, tactics }): Item => {
      const tag = `attack.${id.toLowerCase()}`;
      const doc = `${id} ${name}. Under ${tactics.map((t) => t.name).join(', ')}.`;
      return { label: tag, insert: tag, kind: 'tag', detail: name, doc, filter: `${tag} ${name}` };
    }),
    ...OTHERS.map(([label, doc]): Item => ({ label, insert: label, kind: 'tag', doc })),
  ];
  return all;
}
