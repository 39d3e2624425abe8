import { hashOf } from '../../event';
import type { Bytes } from './bytes';
import type { Content, Element, Instance, TemplateModel, Value } from './model';

/** A stretch of a chunk, in bytes from its beginning. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Definition extends Span {
  /** Names that the definition needs and that are elsewhere. */
  readonly uses: ReadonlySet<Span>;
}

/** What the records of a chunk share: names and templates, each written at its first use. */
export class Shared {
  readonly names = new Map<string, Span>();
  readonly templates = new Map<TemplateModel, Definition>();

  copy(): Shared {
    const copy = new Shared();
    for (const [name, span] of this.names) copy.names.set(name, span);
    for (const [model, definition] of this.templates) copy.templates.set(model, definition);
    return copy;
  }
}

/** Writes binary XML into a chunk, and notes which stretches elsewhere it relies on. */
export class BinaryXmlWriter {
  uses = new Set<Span>();
  private readonly out: Bytes;
  private readonly shared: Shared;

  constructor(out: Bytes, shared: Shared) {
    this.out = out;
    this.shared = shared;
  }

  fragment(content: readonly Content[], isInTemplate = false): void {
    this.out.u8(0x0f).u8(1).u8(1).u8(0);
    for (const part of content) this.content(part, isInTemplate);
    this.out.u8(0x00);
  }

  private content(part: Content, isInTemplate: boolean): void {
    const { out } = this;
    if (typeof part === 'string') {
      out.u8(0x05).u8(0x01).u16(part.length).utf16(part);
      return;
    }
    switch (part.kind) {
      case 'sub':
        out
          .u8(part.isOptional ? 0x0e : 0x0d)
          .u16(part.index)
          .u8(part.type);
        break;
      case 'element':
        this.element(part, isInTemplate);
        break;
      case 'instance':
        this.instance(part);
        break;
      case 'cdata':
        out.u8(0x07).u16(part.text.length).utf16(part.text);
        break;
      case 'character':
        out.u8(0x08).u16(part.code);
        break;
      case 'entity':
        out.u8(0x09);
        this.name(part.name);
        break;
      case 'instruction':
        out.u8(0x0a);
        this.name(part.target);
        out.u8(0x0b).u16(part.text.length).utf16(part.text);
        break;
      case 'raw':
        out.raw(part.bytes);
    }
  }

  private element(part: Element, isInTemplate: boolean): void {
    const { out } = this;
    const attributes = Object.entries(part.attributes);
    out.u8(attributes.length > 0 ? 0x41 : 0x01);
    if (isInTemplate) out.u16(part.dependsOn < 0 ? 0xffff : part.dependsOn);
    const size = this.size();
    this.name(part.name);
    if (attributes.length > 0) {
      const list = this.size();
      attributes.forEach(([name, value], i) => {
        out.u8(i < attributes.length - 1 ? 0x46 : 0x06);
        this.name(name);
        for (const piece of Array.isArray(value) ? value : [value]) this.content(piece, isInTemplate);
      });
      list();
    }
    if (part.children === null) out.u8(0x03);
    else {
      out.u8(0x02);
      for (const child of part.children) this.content(child, isInTemplate);
      out.u8(0x04);
    }
    size();
  }

  private instance(part: Instance): void {
    const { out } = this;
    const id = new DataView(part.template.guid.buffer).getUint32(0, true);
    out.u8(0x0c).u8(1).u32(id);
    const known = this.shared.templates.get(part.template);
    out.u32(known?.start ?? out.at + 4);
    if (known) {
      this.uses.add(known);
      for (const span of known.uses) this.uses.add(span);
    } else this.definition(part.template, id);
    out.u32(part.values.length);
    const table = out.at;
    for (const value of part.values) out.u16(0).u8(value.type).u8(0);
    part.values.forEach((value, i) => {
      const start = out.at;
      this.value(value);
      const size = out.at - start;
      out.setU32(table + i * 4, size | (value.type << 16));
    });
  }

  private definition(model: TemplateModel, id: number): void {
    const { out } = this;
    const outer = this.uses;
    this.uses = new Set();
    const start = out.at;
    const bucket = 384 + (id % 32) * 4;
    out.u32(out.getU32(bucket)).raw(model.guid);
    out.setU32(bucket, start);
    const size = this.size();
    this.fragment(model.content, true);
    size();
    const definition = { start, end: out.at, uses: this.uses };
    this.shared.templates.set(model, definition);
    for (const span of this.uses) outer.add(span);
    this.uses = outer;
  }

  private value({ content }: Value): void {
    if (content instanceof Uint8Array) this.out.raw(content);
    else this.fragment(content);
  }

  /** A name: its offset, and the entry itself at its first use. */
  private name(text: string): void {
    const { out } = this;
    const known = this.shared.names.get(text);
    out.u32(known?.start ?? out.at + 4);
    if (known) {
      this.uses.add(known);
      return;
    }
    const start = out.at;
    const bucket = 128 + (hashOf(text) % 64) * 4;
    out.u32(out.getU32(bucket)).u16(hashOf(text)).u16(text.length).utf16(text).u16(0);
    out.setU32(bucket, start);
    this.shared.names.set(text, { start, end: out.at });
  }

  /** Reserves space for a size; the returned function sets it to the number of bytes written since. */
  private size(): () => void {
    const at = this.out.at;
    this.out.u32(0);
    return () => this.out.setU32(at, this.out.at - at - 4);
  }
}
