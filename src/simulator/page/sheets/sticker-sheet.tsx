import { useScreen } from '../phone/use-phone.ts';
import { SheetFrame } from './sheet-frame.tsx';

const STICKERS = ['👍', '🙏', '😊', '😂', '❤️', '🎉', '👏', '😢', '🤔', '💪', '🌸', '☕'];

/** A few stickers to choose from; each stands for its emoji. */
export function StickerSheet({ onClose }: { onClose(): void }) {
  const { phone, state } = useScreen();
  const send = (emoji: string) => {
    onClose();
    if (state.openChatId === null) return;
    void phone.act({ do: 'sendSticker', chatId: state.openChatId, emoji });
  };
  return (
    <SheetFrame title="Stiker" onClose={onClose}>
      <div class="stickers">
        {STICKERS.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={`Stiker ${emoji}`}
            onClick={() => send(emoji)}
          >
            {emoji}
          </button>
        ))}
      </div>
    </SheetFrame>
  );
}
