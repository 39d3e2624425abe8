import { nearest, say } from '../../text';
import type { SigmaDocument } from '../ast';
import type { RuleDiagnostics } from '../codes';

/** The most names that an unknown reference is compared with to suggest one. */
const MAX_COMPARED = 20_000;

/** Finds documents by name or id. Names are compared as written, ids without case. */
export class DocumentNames {
  private readonly byName = new Map<string, SigmaDocument>();
  private readonly byId = new Map<string, SigmaDocument>();
  private compared = 0;

  /** If two documents share a name, the first is found and the other is reported. */
  constructor(documents: readonly SigmaDocument[], diagnostics: RuleDiagnostics) {
    for (const document of documents) {
      const { name, id } = document.meta;
      if (name) {
        if (this.byName.has(name.value)) {
          diagnostics.lint(
            'name-twice',
            name.range,
            say`An earlier document is also named \`${name.value}\`, and references mean that one. Choose another name.`,
          );
        } else this.byName.set(name.value, document);
      }
      if (id && !this.byId.has(id.value.toLowerCase())) this.byId.set(id.value.toLowerCase(), document);
    }
  }

  find(reference: string): SigmaDocument | undefined {
    return this.byName.get(reference) ?? this.byId.get(reference.toLowerCase());
  }

  /** The name or id that a mistyped reference probably means. */
  nearest(reference: string): string | null {
    const names = [...this.byName.keys(), ...this.byId.keys()];
    this.compared += names.length;
    return this.compared > MAX_COMPARED ? null : nearest(reference, names);
  }
}
