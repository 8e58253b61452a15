import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatMessage } from '../../contract.ts';

/** Closer than this to the end counts as being at the end, and to the top as wanting more. */
const AT_BOTTOM_PX = 48;
const NEAR_TOP_PX = 240;

interface StickyScrollOptions {
  isOwn(message: ChatMessage): boolean;
  onNearTop(): void;
}

/**
 * Scrolling as a chat does it: stays at the newest message while the reader is there, stays put
 * while they read further up (also when older messages are put before), and follows their own
 * messages in any case.
 */
export function useStickyScroll(
  scroller: RefObject<HTMLElement>,
  messages: readonly ChatMessage[],
  { isOwn, onNearTop }: StickyScrollOptions,
) {
  const atBottom = useRef(true);
  const lastTop = useRef(0);
  const last = useRef({ height: 0, oldest: 0, newest: 0 });
  const [away, setAway] = useState(false);
  const [missed, setMissed] = useState(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const before = last.current;
    const oldest = messages[0]?.messageId ?? 0;
    const newest = messages.at(-1)?.messageId ?? 0;
    const added = messages.filter(({ messageId }) => messageId > before.newest);
    if (atBottom.current || added.some(isOwn)) {
      atBottom.current = true;
      element.scrollTop = element.scrollHeight;
    } else if (before.oldest > oldest) {
      element.scrollTop += element.scrollHeight - before.height;
    } else if (added.length > 0) {
      setMissed((count) => count + added.length);
    }
    last.current = { height: element.scrollHeight, oldest, newest };
    if (element.scrollHeight <= element.clientHeight) onNearTop();
  }, [messages]);

  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const observer = new ResizeObserver(() => {
      if (atBottom.current) element.scrollTop = element.scrollHeight;
      last.current.height = element.scrollHeight;
    });
    observer.observe(element);
    observer.observe(content);
    return () => observer.disconnect();
  }, [scroller]);

  return {
    away,
    missed,
    onScroll: () => {
      const element = scroller.current;
      // A phone behind its tab has no height; what it tells about scrolling means nothing.
      if (element === null || element.clientHeight === 0) return;
      // Only a move upwards leaves the end: the view also shrinks, when a keyboard opens under it.
      const movedUp = element.scrollTop < lastTop.current;
      lastTop.current = element.scrollTop;
      const below = element.scrollHeight - element.scrollTop - element.clientHeight;
      if (below < AT_BOTTOM_PX) atBottom.current = true;
      else if (movedUp) atBottom.current = false;
      setAway(!atBottom.current);
      if (atBottom.current) setMissed(0);
      if (element.scrollTop < NEAR_TOP_PX) onNearTop();
    },
    toBottom: () => {
      const element = scroller.current;
      element?.scrollTo({ top: element.scrollHeight, behavior: 'smooth' });
    },
  };
}
