import { addressOf } from '../actions/copy-link';
import { LINK_LIMITS, type MadeLink } from '../state/share';
import { notify } from '../ui/notices';

/** Copies a link of the course and says so; gives it where it is to be copied by hand. */
export async function copyMade(made: MadeLink, said: string): Promise<string | null> {
  const tell = (text: string) => notify({ key: 'course-link', text, for: 8000 });
  if (!made.ok) {
    const n = (one: number) => one.toLocaleString('en');
    tell(
      `Too much for a link: it would have ${n(made.size)} ${made.limit === 'content' ? 'bytes' : 'characters'}, of at most ${n(LINK_LIMITS[made.limit])}. Save a file instead.`,
    );
    return null;
  }
  const link = addressOf(made.hash);
  try {
    await navigator.clipboard.writeText(link);
    tell(said);
    return null;
  } catch {
    return link;
  }
}
