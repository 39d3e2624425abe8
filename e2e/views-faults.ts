import type { Page } from '@playwright/test';
import { type WithLooks, withLooks } from './looks';

/*
 * What can be wrong in any view, found in the page as it stands. Each function gives a line for each fault.
 */

/**
 * What is cut, lies under something else, or scrolls sideways. A diagram may scroll, as may what is a grid by its nature.
 */
export function cutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out = new Set<string>();
    const width = document.documentElement.clientWidth;
    const root = document.scrollingElement;
    if (root && root.scrollWidth > width) out.add(`the page is ${root.scrollWidth} wide`);
    const called = (e: Element) =>
      `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}`;
    // React Aria's buttons to close a dialog, and what is hidden but for screen readers, are a pixel wide.
    const isSeen = (e: Element) =>
      e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      e.getBoundingClientRect().width > 1 &&
      !e.closest('.monaco-editor, .visually-hidden, [style*="clip"]');
    const controls =
      'button, a[href], input:not([type=file], [role=switch]), select, textarea, summary, [role=option]';
    const hasText = (e: Element) =>
      [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
    const isScroller = (overflow: string) => /auto|scroll/.test(overflow);
    /** What is seen of an element: its box within those around it, which may be scrolled, or end in an ellipsis. */
    const within = (e: Element) => {
      const box = e.getBoundingClientRect();
      const seen = { left: 0, right: width, top: 0, bottom: innerHeight, isScrolled: false };
      const isText = !e.matches(controls);
      for (let around = e.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY, position, textOverflow } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        if (overflowX !== 'visible') {
          seen.left = Math.max(seen.left, edge.left);
          seen.right = Math.min(seen.right, edge.right);
        }
        if (overflowY !== 'visible') {
          seen.top = Math.max(seen.top, edge.top);
          seen.bottom = Math.min(seen.bottom, edge.bottom);
        }
        const isGoing = isScroller(overflowX) && around.scrollWidth > around.clientWidth;
        if (isGoing || (isText && textOverflow === 'ellipsis')) seen.isScrolled = true;
        if (position === 'fixed') break;
      }
      return { box, ...seen };
    };
    const modal = [...document.querySelectorAll('.modal, .popover')].at(-1) ?? document.body;
    for (const one of document.querySelectorAll('body *')) {
      const isControl = one.matches(controls);
      if (!(isControl || hasText(one)) || !isSeen(one) || one.closest('svg, .diagram')) continue;
      const { box, left, right, top, bottom, isScrolled } = within(one);
      if (!isScrolled && (box.left < left - 1 || box.right > right + 1)) out.add(`cut: ${called(one)}`);
      if (!isControl || !modal.contains(one)) continue;
      const [x, y] = [
        (Math.max(left, box.left) + Math.min(right, box.right)) / 2,
        (Math.max(top, box.top) + Math.min(bottom, box.bottom)) / 2,
      ];
      const isInSight = Math.max(top, box.top) < Math.min(bottom, box.bottom) - 2;
      const there = isInSight ? document.elementFromPoint(x, y) : null;
      if (there && !one.contains(there) && !there.contains(one))
        out.add(`under ${called(there)}: ${called(one)}`);
    }
    for (const one of document.querySelectorAll('*')) {
      const isExempt = one.closest('.diagram, .matrix, [role=tablist], .embed-cells') !== null;
      if (isExempt || !isSeen(one)) continue;
      if (isScroller(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
        out.add(`scrolls sideways: ${called(one)}`);
    }
    return [...out];
  });
}

/** What moves, or would, though the system asks for less motion: animations and transitions that take time. */
export function motionFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out = new Set<string>();
    const takesTime = (times: string) => times.split(',').some((one) => Number.parseFloat(one) > 0);
    for (const one of document.querySelectorAll('*'))
      for (const pseudo of [undefined, '::before', '::after']) {
        const style = getComputedStyle(one, pseudo);
        if (pseudo && style.content === 'none') continue;
        const isAnimated = style.animationName !== 'none' && takesTime(style.animationDuration);
        const isEased = style.transitionProperty !== 'none' && takesTime(style.transitionDuration);
        if (isAnimated || isEased)
          out.add(`moves: ${one.getAttribute('class') ?? one.tagName}${pseudo ?? ''}`);
      }
    for (const { playState, effect } of document.getAnimations())
      if (playState === 'running' && Number(effect?.getComputedTiming().duration) > 0)
        out.add(`runs: ${(effect as KeyframeEffect).target?.className ?? 'an animation'}`);
    return [...out];
  });
}

/**
 * What cannot be told in forced colours: text that has nearly the colour of what is behind it, a mark without a line, and
 * something chosen that looks like its neighbours.
 */
export async function forcedColourFaults(page: Page): Promise<string[]> {
  await page.evaluate(withLooks);
  return page.evaluate(() => {
    const { looks } = globalThis as WithLooks;
    const out = new Set<string>();
    const hasText = (e: Element) =>
      [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
    for (const one of document.querySelectorAll('body *')) {
      if (!hasText(one) || !looks.isSeen(one) || one.matches('script, style, option')) continue;
      const { color, fill } = getComputedStyle(one);
      const ink = one instanceof SVGElement ? fill : color;
      const ground = looks.behind(one);
      if (looks.contrast(ink, ground) < 3) out.add(`${ink} on ${ground}: ${looks.called(one)}`);
    }
    for (const mark of document.querySelectorAll('mark, .mark')) {
      const isLined =
        looks.lines(mark).some((line) => line !== '') || getComputedStyle(mark).textDecorationLine !== 'none';
      if (looks.isSeen(mark) && !isLined) out.add(`a mark without a line: ${looks.called(mark)}`);
    }
    for (const name of ['aria-selected', 'aria-pressed', 'aria-checked', 'aria-current']) {
      const isChosen = (e: Element) => !/^(|false)$/.test(e.getAttribute(name) ?? '');
      for (const chosen of document.querySelectorAll(`[${name}]`)) {
        // In a tree it says where the keys stand, which the focus shows.
        if (!isChosen(chosen) || !looks.isSeen(chosen) || chosen.closest('.monaco-editor, [role=tree]'))
          continue;
        const role = chosen.getAttribute('role');
        const kind = role ? `[role="${role}"]` : chosen.tagName;
        const isNeighbour = (e: Element) => e !== chosen && !isChosen(e) && looks.isSeen(e);
        // Beside it, or where each has an element of its own around it, beside that.
        const neighbour = [chosen.parentElement, chosen.parentElement?.parentElement]
          .flatMap((box) => [...(box?.querySelectorAll(kind) ?? [])])
          .find((e) => isNeighbour(e) && e.classList[0] === chosen.classList[0]);
        if (neighbour && looks.all(neighbour) === looks.all(chosen))
          out.add(`chosen, and looks like its neighbour: ${looks.called(chosen)}`);
      }
    }
    for (const input of document.querySelectorAll<HTMLInputElement>('input[role=switch]')) {
      const track = input.nextElementSibling;
      if (!track || !looks.isSeen(track)) continue;
      const before = looks.all(track);
      input.checked = !input.checked;
      if (looks.all(track) === before)
        out.add(`on and off look alike: ${looks.called(input.parentElement!)}`);
      input.checked = !input.checked;
    }
    return [...out];
  });
}
