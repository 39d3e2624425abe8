/** Which files can be chosen, and how many. */
interface Wanted {
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly folder?: boolean;
}

/** Asks for files, as a button for them does. `take` gets those that were chosen, if any were. */
export function pickFiles(
  take: (files: File[]) => unknown,
  { accept = '', multiple = true, folder = false }: Wanted = {},
): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  input.webkitdirectory = folder;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) take(files);
  });
  input.click();
}
