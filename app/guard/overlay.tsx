import { type ComponentType, useEffect, useState } from 'react';
import { tellLost } from './lost-files';
import { LoadError } from './why-not-loaded';

/** A menu or a dialog. Its script is loaded when it is first opened: the first sight of the page does without. */
export class Overlay<Props extends object> {
  /** What shows it, once it is loaded. */
  component: ComponentType<Props> | null = null;
  private asked: Promise<ComponentType<Props>> | null = null;

  /** `what` begins a sentence that says that it failed: `The menu`. */
  constructor(
    readonly what: string,
    private readonly load: () => Promise<ComponentType<Props>>,
  ) {}

  /** Loads it before it is opened: when the pointer or the focus comes to its button. If it fails, opening it says so. */
  readonly prepare = (): void => {
    void this.loaded().catch(() => {});
  };

  /** Loads it, once for all who ask meanwhile, or rejects with a `LoadError`. */
  async loaded(): Promise<ComponentType<Props>> {
    if (this.component) return this.component;
    this.asked ??= this.ask().finally(() => {
      this.asked = null;
    });
    return this.asked;
  }

  private async ask(): Promise<ComponentType<Props>> {
    try {
      this.component = await this.load();
      return this.component;
    } catch (cause) {
      throw new LoadError(cause);
    }
  }
}

interface OpenedProps<Props extends object> {
  readonly overlay: Overlay<Props>;
  readonly isOpen: boolean;
  /** Called where it cannot be loaded, after a notice has said so. */
  readonly onLost: () => void;
  readonly props: Props;
}

/** Shows a menu or a dialog. While it is loading, only a screen reader is told. */
export function Opened<Props extends object>({ overlay, isOpen, onLost, props }: OpenedProps<Props>) {
  const [Shown, setShown] = useState(() => overlay.component);
  const isAwaited = isOpen && !Shown;
  useEffect(() => {
    if (!isAwaited) return;
    overlay.loaded().then(
      (component) => setShown(() => component),
      (cause) => tellLost(overlay.what, cause).then(onLost),
    );
  }, [overlay, isAwaited, onLost]);
  if (Shown) return <Shown {...props} />;
  return isAwaited ? (
    <span className="visually-hidden" role="status">
      Loading…
    </span>
  ) : null;
}
