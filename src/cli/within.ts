import { isAbsolute, relative, sep } from 'node:path';

/** True if a path is a folder or below it. Both are real paths: without links. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
