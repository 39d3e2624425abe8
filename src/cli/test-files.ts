import { existsSync, readFileSync, statSync } from 'node:fs';
import { placesOf } from '../expect';
import { findTexts, textOf } from './files';
import type { NamedText } from './named-text';

/** The files of events that tests name. */
export class TestFiles {
  private readonly read = new Map<string, NamedText>();
  private zipped: ReadonlyMap<string, NamedText> | null = null;

  /** `zips`: the archives among the paths of the command. */
  constructor(private readonly zips: readonly string[]) {}

  /**
   * The file that a test in `from` names as `path`; null if there is none. Throws if it is there and cannot be read.
   */
  find(path: string, from: string): NamedText | null {
    for (const place of placesOf(path, from)) {
      const known = this.read.get(place) ?? this.inZip(place) ?? onDisk(place);
      if (!known) continue;
      this.read.set(place, known);
      return known;
    }
    return null;
  }

  private inZip(place: string): NamedText | undefined {
    if (!this.zips.some((zip) => place.startsWith(`${zip}/`))) return undefined;
    this.zipped ??= new Map(findTexts(this.zips, 'events').texts.map((text) => [text.name, text]));
    return this.zipped.get(place);
  }
}

function onDisk(place: string): NamedText | undefined {
  if (!existsSync(place) || !statSync(place).isFile()) return undefined;
  return textOf(place, readFileSync(place));
}
