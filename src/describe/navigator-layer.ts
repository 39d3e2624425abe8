import { technique } from '../knowledge';
import type { AttackCoverage } from './attack-coverage';

/** A layer for the ATT&CK Navigator (layer format 4.5). */
export interface NavigatorLayer {
  readonly name: string;
  readonly versions: { readonly attack: string; readonly layer: string };
  readonly domain: 'enterprise-attack';
  readonly description: string;
  readonly techniques: readonly {
    readonly techniqueID: string;
    readonly tactic: string;
    readonly score?: number;
    readonly comment: string;
    readonly enabled: true;
    readonly showSubtechniques: boolean;
  }[];
  readonly gradient: {
    readonly colors: readonly string[];
    readonly minValue: number;
    readonly maxValue: number;
  };
}

/**
 * The rule's coverage as a layer: each technique with score 1 under each of its tactics. A technique with a covered
 * sub-technique is listed without a score, so that the Navigator unfolds it.
 */
export function navigatorLayer(
  coverage: AttackCoverage,
  { title, id }: { readonly title: string; readonly id: string | null },
): NavigatorLayer {
  const comment = id === null ? title : `${title} (${id})`;
  const techniques: NavigatorLayer['techniques'][number][] = [];
  for (const { tactic, techniques: covered } of coverage.rows) {
    const ids = new Set(covered.map((t) => t.id));
    const parts = (parent: string) => covered.some((t) => t.id.startsWith(`${parent}.`));
    const entry = (techniqueID: string, covers: boolean) => ({
      techniqueID,
      tactic: tactic.shortname,
      ...(covers ? { score: 1 } : {}),
      comment: covers ? comment : '',
      enabled: true as const,
      showSubtechniques: parts(techniqueID),
    });
    for (const { id: own } of covered) {
      const parent = own.split('.')[0]!;
      if (!ids.has(parent) && technique(parent)) {
        ids.add(parent);
        techniques.push(entry(parent, false));
      }
      techniques.push(entry(own, true));
    }
  }
  return {
    name: title || 'Sigma rule',
    versions: { attack: coverage.version.split('.')[0]!, layer: '4.5' },
    domain: 'enterprise-attack',
    description: id === null ? 'Coverage of one Sigma rule' : `Coverage of the Sigma rule ${id}`,
    techniques,
    gradient: { colors: ['#ffffff', '#8fa4ff'], minValue: 0, maxValue: 1 },
  };
}
