import { nearest } from '../../text';
import type { SigmaDocument } from '../ast';
import type { RuleDiagnostics } from '../codes';

/** Names that are compared with wrong references in search of a near one; a text with more of them has another fault. */
const MAX_COMPARED = 20_000;

/** Finds documents by name or id. Names are compared as written, ids without regard to case. */
export class DocumentNames {
  private readonly byName = new Map<string, SigmaDocument>();
  private readonly byId = new Map<string, SigmaDocument>();
  private compared = 0;

  /** Of two documents with one name the first is found; the other gets a lint. */
  constructor(documents: readonly SigmaDocument[], diagnostics: RuleDiagnostics) {
    for (const document of documents) {
      const { name, id } = document.meta;
      if (name) {
        if (this.byName.has(name.value)) {
          diagnostics.lint(
            'name-twice',
            name.range,
            `Another document before this one is named \`${name.value}\` too; a reference means that one. Choose another name.`,
          );
        } else this.byName.set(name.value, document);
      }
      if (id && !this.byId.has(id.value.toLowerCase())) this.byId.set(id.value.toLowerCase(), document);
    }
  }

  find(reference: string): SigmaDocument | undefined {
    return this.byName.get(reference) ?? this.byId.get(reference.toLowerCase());
  }

  /** The name or id that a mistyped reference most likely meant. */
  nearest(reference: string): string | null {
    const names = [...this.byName.keys(), ...this.byId.keys()];
    this.compared += names.length;
    return this.compared > MAX_COMPARED ? null : nearest(reference, names);
  }
}
