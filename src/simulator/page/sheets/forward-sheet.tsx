import type { ChatMessage } from '../../contract.ts';
import { Avatar } from '../avatar.tsx';
import { useScreen } from '../phone/use-phone.ts';
import { SheetFrame } from './sheet-frame.tsx';

/** Chooses the chat a message is passed on to, and opens it. */
export function ForwardSheet({ message, onClose }: { message: ChatMessage; onClose(): void }) {
  const { phone, state } = useScreen();
  const forward = async (chatId: number) => {
    onClose();
    const { chatId: fromChatId, messageId } = message;
    const done = await phone.act({ do: 'forward', chatId, fromChatId, messageId });
    if (done !== null) phone.open(chatId);
  };
  return (
    <SheetFrame title="Teruskan ke…" onClose={onClose}>
      <ul class="sheet-list">
        {state.chats.map((chat) => (
          <li key={chat.chatId}>
            <button class="row" type="button" onClick={() => void forward(chat.chatId)}>
              <Avatar id={chat.bot?.id ?? chat.chatId} name={chat.title} />
              <span class="row-text">
                <b>{chat.title}</b>
                <small>{chat.kind === 'group' ? 'grup' : 'bot'}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </SheetFrame>
  );
}
