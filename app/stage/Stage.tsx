import { type MouseEvent, type TouchEvent, useEffect, useRef, useState } from 'react';
import { unmarked } from '../../src/text';
import { fillScreen, leaveScreen, watchScreen } from '../ui/full-screen';
import { NoticeList } from '../ui/NoticeList';
import { actOf, type StageAct, swipeOf } from './keys';
import { copyStepLink } from './link';
import { Scene } from './Scene';
import { StageBar } from './StageBar';
import { StageProgress } from './StageProgress';
import { flat, StepWords } from './StepWords';
import { useStageShow } from './use-stage-show';

interface StageProps {
  /** The place of a link; empty for none. */
  readonly place: string;
  readonly onClose: () => void;
}

/** One rule and one event, a step at a time. */
export function Stage({ place, onClose }: StageProps) {
  const stage = useStageShow(place);
  const { shown, step, goTo, showOther, showKind } = stage;
  const steps = shown.told?.steps ?? [];
  const now = steps[step];
  const [speaker, setSpeaker] = useState(true);
  const screen = useScreen(onClose);

  const act = (what: StageAct) => {
    if (what === 'next') goTo(step + 1);
    else if (what === 'back') goTo(step - 1);
    else if (what === 'first') goTo(0);
    else if (what === 'last') goTo(steps.length - 1);
    else if (what === 'next show') showOther(1);
    else if (what === 'back show') showOther(-1);
    else if (what === 'speaker') setSpeaker((on) => !on);
    else if (what === 'screen') screen.toggle();
    else if (what === 'link') void copyStepLink(stage.place);
    else showKind(what);
  };
  useKeys(act);
  const pointer = usePointer(act);

  return (
    <div className="stage-whole">
      <StageBar stage={stage} speaker={speaker} onAct={act} onClose={onClose} />
      <div className="stage-main" {...pointer}>
        {shown.told && now ? (
          <>
            <Scene told={shown.told} step={now} results={stage.results} />
            <StepWords step={now} speaker={speaker} />
          </>
        ) : (
          <p className="stage-none">{shown.says}</p>
        )}
      </div>
      <div className="stage-ticks-notices">
        <NoticeList />
      </div>
      <StageProgress step={step} steps={steps} onAct={act} />
      <p className="visually-hidden" role="status">
        {now
          ? `Step ${step + 1} of ${steps.length}: ${unmarked(now.title)}. ${now.says.map((words) => unmarked(flat(words))).join(' ')}`
          : (shown.says ?? '')}
      </p>
    </div>
  );
}

/** The keys of the stage, wherever in it the focus is. */
function useKeys(act: (what: StageAct) => void): void {
  const newest = useRef(act);
  newest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      // Another dialog may lie above the stage.
      const isElsewhere = target instanceof Element && target.closest('.modal:not(.stage-modal), .popover');
      const onButton = target instanceof Element && target.closest('button, a') !== null;
      const what = event.defaultPrevented || isElsewhere ? null : actOf(event, onButton);
      if (!what) return;
      event.preventDefault();
      newest.current(what);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** A click on the left half goes back, one on the right half goes on; so do swipes. Marking text does neither. */
function usePointer(act: (what: StageAct) => void) {
  const began = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onClick: ({ clientX, currentTarget, detail }: MouseEvent<HTMLElement>) => {
      if (detail > 1 || getSelection()?.isCollapsed === false) return;
      const { left, width } = currentTarget.getBoundingClientRect();
      act(clientX < left + width / 2 ? 'back' : 'next');
    },
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches[0];
      began.current = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0];
      const swipe =
        touch && began.current && swipeOf(touch.clientX - began.current.x, touch.clientY - began.current.y);
      began.current = null;
      if (swipe) act(swipe);
    },
  };
}

/** The whole screen. Where the browser's own key ends it, that ends the stage. */
function useScreen(onClose: () => void) {
  const isOurs = useRef(false);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(
    () =>
      watchScreen(() => {
        if (!isOurs.current) close.current();
        isOurs.current = false;
      }),
    [],
  );
  return {
    toggle: () => {
      if (!document.fullscreenElement) return fillScreen();
      isOurs.current = true;
      leaveScreen();
    },
  };
}
