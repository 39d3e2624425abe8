import { notify } from './notices';

/** Copies a text and says so, or says that the browser refused. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ key: 'copy', text: `${what} copied.`, for: 4000 });
  } catch {
    notify({ key: 'copy', text: 'The browser did not let the page copy.', for: 8000 });
  }
}
