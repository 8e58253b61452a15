import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Tells whether an element can be seen now, whenever that changes, and that it is gone at the end. */
export function useInView(element: RefObject<Element>, tell: (inView: boolean) => void): void {
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      tell(entries.at(-1)?.isIntersecting ?? false);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      tell(false);
    };
  }, [element]);
}
