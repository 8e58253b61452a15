import { useState } from 'preact/hooks';
import { useScreen } from '../phone/use-phone.ts';
import { SheetFrame } from './sheet-frame.tsx';

/** Somewhere to begin with; any other place can be written over it. */
const EXAMPLE = '-6.17806, 106.63000';

/** Shares a place, written as a map shows it or taken from the device. */
export function LocationSheet({ onClose }: { onClose(): void }) {
  const { phone, state } = useScreen();
  const [text, setText] = useState(EXAMPLE);
  const point = pointIn(text);
  const share = (event: Event) => {
    event.preventDefault();
    if (point === null || state.openChatId === null) return;
    onClose();
    void phone.act({ do: 'shareLocation', chatId: state.openChatId, ...point });
  };
  const useDevice = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setText(`${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`),
      () => phone.notify({ kind: 'toast', text: 'Lokasi perangkat ini tidak dapat dibaca.' }),
    );
  return (
    <SheetFrame title="Bagikan lokasi" onClose={onClose}>
      <form class="form" onSubmit={share}>
        <label>
          Lintang, bujur
          <input
            type="text"
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {point === null && (
          <p class="form-error">Tulis dua angka seperti di peta, misalnya {EXAMPLE}</p>
        )}
        <div class="form-actions">
          <button class="secondary" type="button" onClick={useDevice}>
            Lokasi perangkat ini
          </button>
          <button class="primary" type="submit" disabled={point === null}>
            Bagikan
          </button>
        </div>
      </form>
    </SheetFrame>
  );
}

function pointIn(text: string): { latitude: number; longitude: number } | null {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { latitude, longitude };
}
