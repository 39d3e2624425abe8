import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isZip } from '../catalog';
import { leadsOut, placesOf } from '../expect';
import { asPath, findTexts, textOf } from './files';
import type { NamedText } from './named-text';
import { isWithin } from './within';

/** The files of events that tests name. None is read that is outside of what the command was given. */
export class TestFiles {
  private readonly read = new Map<string, NamedText>();
  private readonly zips: readonly string[];
  /** The real paths of the folders below which files may be read. */
  private readonly roots: readonly string[];
  private zipped: ReadonlyMap<string, NamedText> | null = null;

  /** `paths`: those of the command. A folder gives what is below it, a file what is in its folder, a zip what is in it. */
  constructor(paths: readonly string[]) {
    const found = paths.map(asPath).filter((path) => path !== '-' && existsSync(path));
    const isFolder = (path: string) => statSync(path).isDirectory();
    this.zips = found.filter((path) => isZip(path) && !isFolder(path));
    this.roots = found
      .filter((path) => !this.zips.includes(path))
      .map((path) => realpathSync(isFolder(path) ? path : dirname(path)));
  }

  /**
   * The file that a test in `from` names as `path`, or why there is none, in words. Throws if it is there and cannot be
   * read.
   */
  find(path: string, from: string): NamedText | string {
    if (leadsOut(path))
      return `there is no file ${path}: a path that is absolute or has \`..\` in it is not read.`;
    let isOutside = false;
    for (const place of placesOf(path, from)) {
      const known = this.read.get(place) ?? this.inZip(place);
      if (known) return this.kept(place, known);
      if (!existsSync(place) || !statSync(place).isFile()) continue;
      if (this.isGiven(place)) return this.kept(place, textOf(place, readFileSync(place)));
      isOutside = true;
    }
    return isOutside
      ? `there is no file ${path} below the paths of the command, and what is outside of them is not read.`
      : `there is no file ${path}.`;
  }

  private kept(place: string, text: NamedText): NamedText {
    this.read.set(place, text);
    return text;
  }

  private isGiven(place: string): boolean {
    const real = realpathSync(place);
    return this.roots.some((root) => isWithin(real, root));
  }

  private inZip(place: string): NamedText | undefined {
    if (!this.zips.some((zip) => place.startsWith(`${zip}/`))) return undefined;
    this.zipped ??= new Map(findTexts(this.zips, 'events').texts.map((text) => [text.name, text]));
    return this.zipped.get(place);
  }
}
