import { useState } from 'preact/hooks';
import { isTelegramLink } from '../phone/telegram-link.ts';
import { useScreen } from '../phone/use-phone.ts';
import { SheetFrame } from './sheet-frame.tsx';

/** Opens a pasted `t.me` link, which is what scanning a QR code or touching a poster's link does. */
export function LinkSheet({ onClose }: { onClose(): void }) {
  const { phone } = useScreen();
  const [link, setLink] = useState('');
  const wrong = link.trim() !== '' && !isTelegramLink(link);
  const open = async (event: Event) => {
    event.preventDefault();
    if (await phone.follow(link)) onClose();
  };
  return (
    <SheetFrame title="Tempel tautan / pindai QR" onClose={onClose}>
      <form class="form" onSubmit={(event) => void open(event)}>
        <p class="hint">
          Tempel tautan t.me dari undangan, poster, atau isi kode QR. Hasilnya sama seperti
          memindainya dengan kamera.
        </p>
        <label>
          Tautan
          <input
            type="text"
            inputMode="url"
            autocomplete="off"
            placeholder="https://t.me/…"
            value={link}
            onInput={(event) => setLink(event.currentTarget.value)}
          />
        </label>
        {wrong && <p class="form-error">Tautan ini tidak dikenal. Awali dengan t.me/</p>}
        <button class="primary" type="submit" disabled={link.trim() === '' || wrong}>
          Buka tautan
        </button>
      </form>
    </SheetFrame>
  );
}
