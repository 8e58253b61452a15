import type { ChatMessage, InlineButton } from '../../contract.ts';
import { tapKey } from '../phone/phone-state.ts';
import { useScreen } from '../phone/use-phone.ts';

/** The buttons under a message. A tapped one waits, visibly, until the bot has answered the tap. */
export function InlineButtons({ message }: { message: ChatMessage }) {
  return (
    <div class="buttons">
      {message.buttons.map((row, rowNumber) => (
        <div class="buttons-row" key={row.map((button) => button.text).join('\n')}>
          {row.map((button, column) => (
            <TapButton
              key={`${button.text}${button.callbackData ?? button.url ?? ''}`}
              message={message}
              button={button}
              row={rowNumber}
              column={column}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface TapButtonProps {
  message: ChatMessage;
  button: InlineButton;
  row: number;
  column: number;
}

function TapButton({ message, button, row, column }: TapButtonProps) {
  const { phone, state } = useScreen();
  const waiting = state.waitingTaps.has(tapKey(message, row, column));
  const { url } = button;
  const press = () =>
    void (url === undefined ? phone.tap(message, row, column) : phone.follow(url));
  return (
    <button
      class={`inline-button ${waiting ? 'is-waiting' : ''}`}
      type="button"
      aria-busy={waiting}
      onClick={press}
    >
      <span>{button.text}</span>
      {url !== undefined && (
        <span class="inline-button-mark" aria-hidden="true">
          ↗
        </span>
      )}
    </button>
  );
}
