import { byName, say } from '../../../text';
import { type Check, change } from '../check';

const KNOWN = ['attack', 'car', 'cve', 'd3fend', 'detection', 'stp', 'tlp'];
const OTHERWISE = byName<string>({
  mitre: 'attack',
  'mitre-attack': 'attack',
  mitre_attack: 'attack',
});

export const tagNamespace: Check<'tag-namespace'> = {
  id: 'tag-namespace',
  severity: 'info',
  finds: 'A tag with an unknown namespace',
  why: 'The specification has `attack`, `car`, `cve`, `d3fend`, `detection`, `stp` and `tlp`. Your own tags are allowed, but other tools do not know what they mean.',
  bad: 'tags:\n    - «atack.t1490»',
  good: 'tags:\n    - attack.t1490',
  document({ near, meta }, report) {
    for (const { value, range } of meta.tags) {
      const dot = value.indexOf('.');
      const name = value.slice(0, dot).toLowerCase();
      if (dot < 1 || KNOWN.includes(name)) continue;
      // Every short name is near some other.
      const meant = OTHERWISE.get(name) ?? (name.length > 3 ? near.to(name, KNOWN) : null);
      const tag = meant && meant + value.slice(dot);
      report(
        range,
        say`The specification has no namespace \`${name}\`.${meant ? say` Did you mean \`${tag}\`?` : ' Other tools do not know what it means.'}`,
        tag ? change(range, tag) : null,
      );
    }
  },
};
