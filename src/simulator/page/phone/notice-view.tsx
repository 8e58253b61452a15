import { useEffect, useRef } from 'preact/hooks';
import type { Notice } from './phone-state.ts';
import { useScreen } from './use-phone.ts';

const TOAST_SHOWN_MS = 3_500;

/** The bot's answer to a tap: a line that goes by itself, or a box that wants an OK. */
export function NoticeView({ notice }: { notice: Notice }) {
  const { phone } = useScreen();
  useEffect(() => {
    if (notice.kind === 'alert') return;
    const timer = setTimeout(() => phone.notify(null), TOAST_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  if (notice.kind === 'toast') {
    return (
      <p class="toast" role="status" title={notice.detail}>
        {notice.text}
      </p>
    );
  }
  return <AlertBox text={notice.text} onClose={() => phone.notify(null)} />;
}

function AlertBox({ text, onClose }: { text: string; onClose(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div class="alert-layer">
      <div class="alert" role="alertdialog" aria-modal="true" aria-label={text}>
        <p>{text}</p>
        <button
          class="primary"
          type="button"
          ref={button}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
          onClick={onClose}
        >
          OK
        </button>
      </div>
    </div>
  );
}
