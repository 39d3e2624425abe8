const MACOS = /^\/(?:Applications|Library|System|Users|private|Volumes)\//;

/**
 * The product that a file's path belongs to, or null if it is not a path: `C:\…` and `\Device\…` are Windows', `/…` is
 * not.
 */
export function productOfPath(path: string | undefined): string | null {
  if (path === undefined) return null;
  if (/^(?:[a-z]:)?\\|^[a-z]:\//i.test(path)) return 'windows';
  if (!path.startsWith('/')) return null;
  return MACOS.test(path) ? 'macos' : 'linux';
}
