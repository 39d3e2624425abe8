import { byName } from '../../src/text';
import { type LearnLink, learn } from '../state/learn';
import { notify } from '../ui/notices';
import { openExample } from './open-example';
import { openReference } from './reference';

/*
 * Short links: to what the page itself has, such as `#example=certutil-windash` and `#ref=windash`, and to lessons and
 * results, which such a link holds itself. What a link of the course opens is loaded then, so here it is only said that it
 * is wanted.
 */

const ofCourse = (kind: LearnLink['kind']) => async (value: string) =>
  learn.setState({ link: { kind, value } });

/** What opens each kind of short link, by the name before its equals sign. */
const OPENERS = byName<(id: string) => Promise<void>>({
  example: openExample,
  ref: async (name) => openReference(name),
  check: async (code) => openReference(`check:${code}`),
  lesson: ofCourse('lesson'),
  course: ofCourse('course'),
  'lesson-file': ofCourse('lesson-file'),
  slip: ofCourse('slip'),
});

/** The fragment of a short link, beginning with `#`. */
export function shortLink(kind: 'example' | 'ref' | 'check', id: string): string {
  return `#${kind}=${encodeURIComponent(id)}`;
}

/** What opens the fragment of an address, if it is a short link; null for every other. */
export function openerOf(hash: string): (() => Promise<void>) | null {
  const [, kind = '', id = ''] = /^#([a-z-]+)=(.*)$/.exec(hash) ?? [];
  const open = OPENERS.get(kind);
  if (!open) return null;
  return () => (id === '' ? tellEmpty(kind) : open(decoded(id)));
}

async function tellEmpty(kind: string): Promise<void> {
  const text = `This link cannot be opened: nothing stands behind “#${kind}=”. Your work is unchanged.`;
  notify({ key: 'link', text, for: 8000 });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
