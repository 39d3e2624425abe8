import type { SigmaDocument } from '../ast';
import type { Identity } from './collection-plan';

/** How a document is identified. */
export function identityOf({ range, meta }: SigmaDocument): Identity {
  const [name, id] = [meta.name?.value ?? null, meta.id?.value ?? null];
  const title = meta.title?.value || name || id || 'Untitled';
  return { range, title, name, id, level: meta.level?.value ?? null };
}
