import { useEffect, useRef, useState } from 'preact/hooks';
import { desk as text } from '../../../text/id/check-in-page.ts';
import type { RosterEntry } from '../page-contract.ts';
import { readCard } from './card-reading.ts';
import type { Picked } from './desk-screen.tsx';
import { Sheet } from './sheet.tsx';

/** As much of the Barcode Detection API as is used; not every browser has it. */
interface BarcodeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type BarcodeDetectorMaker = new (options: { formats: string[] }) => BarcodeDetector;

/** Reads a kader's card: with the camera where the browser can, else from what is pasted or typed. */
export function CardScan({
  people,
  onCard,
  onClose,
}: {
  people: Map<number, RosterEntry>;
  onCard: (card: Picked) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [hasCamera, setHasCamera] = useState('BarcodeDetector' in window);

  const take = (read: string): boolean => {
    const card = readCard(read);
    const entry = card === null ? undefined : people.get(card.kaderId);
    if (card !== null && entry !== undefined) onCard({ entry, cardCode: card.code });
    else setProblem(card === null ? text.card.unreadable : text.card.notOnList);
    return entry !== undefined;
  };
  return (
    <Sheet label={text.card.heading} onClose={onClose}>
      <h2>{text.card.heading}</h2>
      {hasCamera ? (
        <>
          <Camera onCode={take} onFailure={() => setHasCamera(false)} />
          <p class="hint">{text.card.hint}</p>
        </>
      ) : (
        <p class="hint">{text.card.noCamera}</p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take(typed);
        }}
      >
        <label>
          {text.card.label}
          <input
            value={typed}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        {problem !== null && <p class="problem">{problem}</p>}
        <button type="submit" class="second" disabled={typed.trim() === ''}>
          {text.card.use}
        </button>
      </form>
    </Sheet>
  );
}

/** The picture of the camera, looked at several times a second until a code was taken. */
function Camera({
  onCode,
  onFailure,
}: {
  onCode: (code: string) => boolean;
  onFailure: () => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onCode);
  latest.current = onCode;
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | null = null;
    const look = async () => {
      const Detector = (window as unknown as { BarcodeDetector: BarcodeDetectorMaker })
        .BarcodeDetector;
      const detector = new Detector({ formats: ['qr_code'] });
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const screen = video.current;
      if (screen === null || isOver) return stop(stream);
      screen.srcObject = stream;
      await screen.play();
      while (!isOver) {
        const [code] = await detector.detect(screen);
        if (code !== undefined && latest.current(code.rawValue)) return;
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    };
    look().catch(() => {
      if (!isOver) onFailure();
    });
    return () => {
      isOver = true;
      stop(stream);
    };
  }, []);
  return <video ref={video} class="camera" muted playsInline />;
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
