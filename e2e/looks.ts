/** What the page is asked about how its elements look in forced colours; put there by `withLooks`. */
export interface Looks {
  isSeen(e: Element): boolean;
  /** How a fault calls an element. */
  called(e: Element): string;
  contrast(colour: string, other: string): number;
  /** The colour of the background that an element stands on. */
  behind(e: Element): string;
  /** The lines around an element that can be told from what is behind it: its borders, then its outline. */
  lines(e: Element): string[];
  outline(e: Element): string;
  /** All that shows an element's state. */
  all(e: Element): string;
}

export type WithLooks = typeof globalThis & { looks: Looks };

/** Puts `looks` into the page. */
export function withLooks(): void {
  /** Red, green, blue and how opaque it is, each from 0 to 1. */
  const parts = (colour: string) => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/-?[\d.]+/g) ?? []).map(Number);
    return /^color\(/.test(colour) ? [r, g, b, a] : [r / 255, g / 255, b / 255, a];
  };
  const brightness = (colour: string) => {
    const [r = 0, g = 0, b = 0] = parts(colour).map((c) =>
      c <= 0.04 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [low = 0, high = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (e: Element): string => {
    for (let at: Element | null = e; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if ((parts(backgroundColor)[3] ?? 1) > 0.5) return backgroundColor;
    }
    return getComputedStyle(document.body).backgroundColor;
  };
  const line = (
    e: Element,
    name: 'border-top' | 'border-right' | 'border-bottom' | 'border-left' | 'outline',
  ) => {
    const style = getComputedStyle(e);
    const [width, kind, colour] = ['width', 'style', 'color'].map((one) =>
      style.getPropertyValue(`${name}-${one}`),
    ) as [string, string, string];
    const isThere = Number.parseFloat(width) > 0 && !/none|hidden/.test(kind);
    return isThere && contrast(colour, behind(e.parentElement ?? e)) > 2 ? `${width} ${kind} ${colour}` : '';
  };
  const outline = (e: Element) => line(e, 'outline');
  const lines = (e: Element) => [
    ...(['border-top', 'border-right', 'border-bottom', 'border-left'] as const).map((one) => line(e, one)),
    outline(e),
  ];
  const looks: Looks = {
    isSeen: (e) =>
      e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      e.getBoundingClientRect().width > 1,
    called: (e) =>
      `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}`,
    contrast,
    behind,
    lines,
    outline,
    all: (e) => {
      const { fontWeight, textDecorationLine } = getComputedStyle(e);
      const around = (['::before', '::after'] as const).map((pseudo) => {
        const { content, backgroundColor, translate } = getComputedStyle(e, pseudo);
        return content === 'none' ? '' : `${content} ${backgroundColor} ${translate}`;
      });
      return [...lines(e), behind(e), fontWeight, textDecorationLine, ...around].join('|');
    },
  };
  Object.assign(globalThis, { looks });
}
