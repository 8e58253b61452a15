import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../icon.tsx';

interface SheetProps {
  title: string;
  onClose(): void;
  children: ComponentChildren;
}

/** A dialog that rises from the lower edge of a phone; Escape and a click beside it close it. */
export function SheetFrame({ title, onClose, children }: SheetProps) {
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const inside = (selector: string) => panel.current?.querySelector<HTMLElement>(selector);
    (inside('[data-autofocus]') ?? inside('input') ?? panel.current)?.focus();
    return () => {
      // Once the phone under the sheet can be used again.
      if (before instanceof HTMLElement) queueMicrotask(() => before.focus());
    };
  }, []);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div class="sheet-layer">
      <button
        class="sheet-shade"
        type="button"
        tabIndex={-1}
        aria-label="Tutup"
        onClick={onClose}
      />
      <div
        class="sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        ref={panel}
        onKeyDown={closeOnEscape}
        tabIndex={-1}
      >
        <header class="sheet-head">
          <h2 id={titleId}>{title}</h2>
          <button class="icon-button" type="button" aria-label="Tutup" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="sheet-body">{children}</div>
      </div>
    </div>
  );
}
