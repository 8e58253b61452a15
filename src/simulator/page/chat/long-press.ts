import { useRef } from 'preact/hooks';

const HOLD_MS = 450;
const SLACK_PX = 10;

/** Where on the page something was asked for. */
export interface PagePoint {
  x: number;
  y: number;
}

/** Handlers that call `act` on a right click, and on a finger that rests in one place. */
export function useLongPress(act: (at: PagePoint) => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const start = useRef<PagePoint>({ x: 0, y: 0 });
  const cancel = () => clearTimeout(timer.current);
  return {
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      cancel();
      act({ x: event.clientX, y: event.clientY });
    },
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      start.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => act(start.current), HOLD_MS);
    },
    onPointerMove: (event: PointerEvent) => {
      const far = Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y);
      if (far > SLACK_PX) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
  };
}
