import type { ChatCard } from '../../contract.ts';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { useScreen } from '../phone/use-phone.ts';

interface ChatHeaderProps {
  chat: ChatCard;
  typing: boolean;
  onMenu(): void;
}

/** Who one is talking to, and the way back to the other chats. */
export function ChatHeader({ chat, typing, onMenu }: ChatHeaderProps) {
  const { phone, state, showSheet } = useScreen();
  const others = state.chats.filter((other) => other.chatId !== chat.chatId);
  const unread = others.reduce((sum, other) => sum + other.unread, 0);
  const status = !state.online
    ? 'menyambungkan…'
    : typing
      ? 'sedang mengetik…'
      : chat.bot === undefined
        ? 'grup'
        : `bot · @${chat.bot.username}`;
  return (
    <header class="chat-head">
      {others.length > 0 && (
        <button
          class="icon-button"
          type="button"
          aria-label={`Daftar percakapan${unread > 0 ? `, ${unread} belum dibaca` : ''}`}
          onClick={() => phone.open(null)}
        >
          <Icon name="back" />
          {unread > 0 && <span class="badge">{unread}</span>}
        </button>
      )}
      <Avatar id={chat.bot?.id ?? chat.chatId} name={chat.title} size={40} />
      <div class="chat-head-title">
        <h2>{chat.title}</h2>
        <p class={typing ? 'is-typing' : ''} role="status">
          {status}
        </p>
      </div>
      <button
        class="icon-button"
        type="button"
        aria-label="Tempel tautan atau pindai QR"
        title="Tempel tautan / pindai QR"
        onClick={() => showSheet({ kind: 'link' })}
      >
        <Icon name="scan" />
      </button>
      <button class="icon-button" type="button" aria-label="Menu percakapan" onClick={onMenu}>
        <Icon name="more" />
      </button>
    </header>
  );
}
