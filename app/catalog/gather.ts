import { isRuleFile, isZip } from '../../src/catalog';
import type { OpenedFile } from '../workers/catalog/protocol';

/** What the user opened or dropped: its rule files and archives, and a name for all of them. */
export interface Gathered {
  readonly name: string;
  readonly files: readonly OpenedFile[];
}

/** What was chosen in a dialog for files or for a folder. */
export function gatherChosen(chosen: FileList): Gathered {
  const files = [...chosen].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const folder = files[0]?.path.includes('/') ? files[0].path.split('/')[0] : null;
  return { name: folder ?? nameOf(files.map(({ path }) => path)), files: files.filter(wanted) };
}

/**
 * What was dropped, including the contents of folders. Call it in the event handler: afterwards the browser forgets the
 * items.
 */
export function gatherDropped({ items }: DataTransfer): Promise<Gathered> {
  const dropped = [...items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
  return gatherAll(dropped);
}

async function gatherAll(dropped: readonly (FileSystemEntry | File)[]): Promise<Gathered> {
  const files: OpenedFile[] = [];
  for (const one of dropped) {
    // Without an entry the browser does not support folders and gives a file.
    if (!(one instanceof File)) for await (const file of walk(one)) files.push(file);
    else if (wanted({ path: one.name })) files.push({ path: one.name, file: one });
  }
  return { name: nameOf(dropped.map(({ name }) => name)), files };
}

async function* walk(entry: FileSystemEntry): AsyncGenerator<OpenedFile> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isDirectory) {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      // A reader returns up to a hundred entries at a time, and none at the end.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (some.length === 0) return;
      for (const inner of some) yield* walk(inner);
    }
  }
  if (!wanted({ path })) return;
  yield {
    path,
    file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
  };
}

function wanted({ path }: { readonly path: string }): boolean {
  return isRuleFile(path) || isZip(path);
}

function nameOf(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.length} files`;
}
