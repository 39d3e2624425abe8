/** A file with its path inside what was opened or dropped. */
export interface FileAt {
  readonly path: string;
  readonly file: File;
}

/** What a person opened or dropped at once, and a name for all of it. */
export interface Dropped {
  readonly name: string;
  readonly files: readonly FileAt[];
}

/** What was chosen in a dialog for files or for a folder. */
export function chosenFiles(chosen: Iterable<File>): Dropped {
  const files = [...chosen].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const folder = files[0]?.path.includes('/') ? files[0].path.split('/')[0] : null;
  return { name: folder ?? nameOf(files.map(({ path }) => path)), files };
}

/** What was dropped, folders walked. To be called in the event's handler: later the browser has forgotten the items. */
export function droppedFiles({ items }: DataTransfer): Promise<Dropped> {
  const dropped = [...items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
  return filesOf(dropped);
}

async function filesOf(dropped: readonly (FileSystemEntry | File)[]): Promise<Dropped> {
  const files: FileAt[] = [];
  for (const one of dropped) {
    // Where there is no entry the browser knows no folders, and gives a file.
    if (one instanceof File) files.push({ path: one.name, file: one });
    else for await (const file of walk(one)) files.push(file);
  }
  return { name: nameOf(dropped.map(({ name }) => name)), files };
}

async function* walk(entry: FileSystemEntry): AsyncGenerator<FileAt> {
  const path = entry.fullPath.replace(/^\//, '');
  if (!entry.isDirectory) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    yield { path, file };
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A reader gives a hundred entries at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const inner of some) yield* walk(inner);
  }
}

function nameOf(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.length} files`;
}
