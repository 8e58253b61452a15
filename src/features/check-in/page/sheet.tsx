import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { desk as text } from '../../../text/id/check-in-page.ts';

/** Something over the page, from below; a tap beside it or Escape puts it away. */
export function Sheet({
  label,
  onClose,
  children,
}: {
  label: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <div class="veil">
      <button type="button" class="beside" aria-label={text.close} onClick={onClose} />
      <section class="sheet" role="dialog" aria-modal="true" aria-label={label}>
        {children}
      </section>
    </div>
  );
}
