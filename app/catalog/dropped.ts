import { isRuleFile, isZip } from '../../src/catalog/rule-file';
import type { OpenedFile } from './protocol';

/** What a person opened or dropped, under the name that it is known by. */
export interface Opened {
  readonly name: string;
  readonly files: readonly OpenedFile[];
}

/** Files that a person chose; those of a folder tell their path in it. */
export function chosenFiles(list: Iterable<File>): Opened {
  const files = [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return named(files.filter(isWanted));
}

/** What was dropped, folders walked through. To be called while the drop is handled: later the browser has emptied it. */
export async function droppedFiles(data: DataTransfer): Promise<Opened> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  // Not every browser gives entries of every file.
  if (entries.some((entry) => entry === null)) return chosenFiles([...data.files]);
  const found = await Promise.all(entries.map((entry) => (entry ? walk(entry) : [])));
  return named(found.flat());
}

async function walk(entry: FileSystemEntry): Promise<OpenedFile[]> {
  if (entry.isDirectory) {
    const found = await Promise.all((await members(entry as FileSystemDirectoryEntry)).map(walk));
    return found.flat();
  }
  const path = entry.fullPath.replace(/^\//, '');
  if (!isWanted({ path })) return [];
  const file = await new Promise<File | null>((resolve) =>
    (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
  );
  return [{ path, file }];
}

/** A directory gives its members in portions, and an empty one at the end. */
async function members(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isWanted({ path }: { readonly path: string }): boolean {
  return isRuleFile(path) || isZip(path);
}

function named(files: readonly OpenedFile[]): Opened {
  const [first] = files;
  const folders = new Set(files.map(({ path }) => path.slice(0, path.indexOf('/') + 1)));
  const [folder = ''] = folders;
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (files.length === 1 && first)
    return { name: first.path.slice(first.path.lastIndexOf('/') + 1), files: sorted };
  if (folders.size === 1 && folder !== '') return { name: folder.slice(0, -1), files: sorted };
  return { name: `${files.length.toLocaleString('en')} files`, files: sorted };
}
