import type { ReplyKeyboard } from '../../contract.ts';
import { Icon } from '../icon.tsx';

export type ReplyKey = ReplyKeyboard['rows'][number][number];

interface KeyboardProps {
  keyboard: ReplyKeyboard;
  onPress(key: ReplyKey): void;
}

/** The panel of ready answers under the input field. */
export function ReplyKeyboardPanel({ keyboard, onPress }: KeyboardProps) {
  return (
    <fieldset class="reply-keyboard" aria-label="Tombol balasan">
      {keyboard.rows.map((row) => (
        <div class="reply-keyboard-row" key={row.map((key) => key.text).join('\n')}>
          {row.map((key) => (
            <button key={key.text} type="button" onClick={() => onPress(key)}>
              {key.request === 'contact' && <Icon name="contact" size={18} />}
              {key.request === 'location' && <Icon name="location" size={18} />}
              <span>{key.text}</span>
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
