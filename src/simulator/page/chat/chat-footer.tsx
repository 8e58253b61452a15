import { useEffect, useState } from 'preact/hooks';
import type { ChatCard } from '../../contract.ts';
import { blockableBot } from '../phone/phone-state.ts';
import type { Thread } from '../phone/thread.ts';
import { useScreen } from '../phone/use-phone.ts';
import { Composer, type Quoted } from './composer.tsx';
import { type ReplyKey, ReplyKeyboardPanel } from './reply-keyboard.tsx';

interface ChatFooterProps {
  chat: ChatCard;
  thread: Thread;
  quoted: Quoted | null;
  onQuote(quoted: Quoted | null): void;
  onAttach(): void;
}

/** What stands under the messages: the input with its keyboard, or the one button that is possible. */
export function ChatFooter({ chat, thread, quoted, onQuote, onAttach }: ChatFooterProps) {
  const { phone, person, showSheet } = useScreen();
  const { keyboard, forceReply, messages } = thread;
  const [keyboardShown, setKeyboardShown] = useState(true);
  useEffect(() => setKeyboardShown(true), [keyboard]);
  const asked = messages.find(({ messageId }) => messageId === forceReply?.messageId);
  useEffect(() => {
    if (asked !== undefined) onQuote({ message: asked, for: 'reply' });
  }, [asked?.messageId]);

  const bot = blockableBot(chat, person);
  if (bot !== null && person.blockedBot) {
    return (
      <div class="one-button">
        <button type="button" onClick={() => void phone.setBlocked(bot, false)}>
          BUKA BLOKIR
        </button>
      </div>
    );
  }
  if (!chat.started && chat.kind === 'private') {
    return (
      <div class="one-button">
        <button type="button" onClick={() => void phone.say('/start')}>
          MULAI
        </button>
      </div>
    );
  }
  const press = (key: ReplyKey) => {
    if (key.request === 'contact') return showSheet({ kind: 'ownContact' });
    if (key.request === 'location') return showSheet({ kind: 'location' });
    void phone.say(key.text);
  };
  return (
    <footer class="chat-footer">
      <Composer
        key={chat.chatId}
        chat={chat}
        quoted={quoted}
        onQuote={onQuote}
        placeholder={
          (quoted === null ? keyboard?.placeholder : forceReply?.placeholder) ?? 'Tulis pesan…'
        }
        keyboard={
          keyboard && { shown: keyboardShown, toggle: () => setKeyboardShown(!keyboardShown) }
        }
        onAttach={onAttach}
        onPasteFile={(file) => showSheet({ kind: 'file', file })}
      />
      {keyboard !== null && keyboardShown && (
        <ReplyKeyboardPanel keyboard={keyboard} onPress={press} />
      )}
    </footer>
  );
}
