import { TOLD } from '../limits';
import { shortened, shortenedTold, type Words } from '../text';
import type { Stage, StageNode, Stages } from './stages';

/**
 * Stages as the page gets them: the first selections, and of each list the first parts, up to a number of values in all.
 * What is left out is counted. Stages of ordinary rules stay whole.
 */
export function briefStages({ condition, selections }: Stages): Stages {
  let left: number = TOLD.stageParts.value;
  const brief = (node: StageNode): StageNode => {
    if (node.kind === 'predicate') {
      left--;
      return briefly(node);
    }
    const children: StageNode[] = [];
    for (const child of node.children) {
      // Each group has one part, so that none stands without any.
      if (left <= 0 && children.length > 0) break;
      children.push(brief(child));
    }
    const more = node.children.length - children.length;
    const says = node.says ? { says: brieflySaid(node.says) } : {};
    return { ...node, ...says, children, ...(more > 0 ? { more } : {}) };
  };
  const first = selections.slice(0, TOLD.stages.value);
  const more = selections.length - first.length;
  return {
    condition: { ...condition, text: shortened(condition.text, TOLD.sentence.value) },
    selections: first.map(
      (stage): Stage => ({ ...stage, uses: stage.uses.slice(0, 1), body: brief(stage.body) }),
    ),
    ...(more > 0 ? { more } : {}),
  };
}

function briefly<T extends StageNode>(node: T): T {
  if (node.kind !== 'predicate') return node;
  const words = brieflySaid(node.words);
  return { ...node, canonical: shortened(node.canonical, TOLD.hitText.value), words };
}

function brieflySaid(words: Words): Words {
  return words.map((part) =>
    typeof part === 'string'
      ? shortenedTold(part, TOLD.hitText.value)
      : { code: shortenedTold(part.code, TOLD.hitText.value) },
  );
}
