import type { ChatCard } from '../../contract.ts';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { useScreen } from '../phone/use-phone.ts';
import { clockTime, shortDay } from '../wording.ts';

/** All chats of one person, the one with the newest message first. */
export function ChatList() {
  const { phone, state, showSheet } = useScreen();
  const newest = Math.max(0, ...state.chats.map((chat) => chat.lastAt ?? 0));
  return (
    <section class="chat-list" aria-label="Daftar percakapan">
      <header class="chat-head">
        <div class="chat-head-title">
          <h2>Percakapan</h2>
        </div>
        <button
          class="icon-button"
          type="button"
          aria-label="Tempel tautan atau pindai QR"
          onClick={() => showSheet({ kind: 'link' })}
        >
          <Icon name="scan" />
        </button>
      </header>
      <ul>
        {state.chats.map((chat) => (
          <li key={chat.chatId}>
            <button class="row" type="button" onClick={() => phone.open(chat.chatId)}>
              <Avatar id={chat.bot?.id ?? chat.chatId} name={chat.title} size={50} />
              <span class="row-text">
                <b>{chat.title}</b>
                <small>{chat.lastText || 'Belum ada pesan'}</small>
              </span>
              <span class="row-end">
                <small>{whenOf(chat, newest)}</small>
                {chat.unread > 0 && <span class="badge">{chat.unread}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The time of a chat of the latest day in the list, the date of an older one. */
function whenOf(chat: ChatCard, newest: number): string {
  if (chat.lastAt === null) return '';
  return shortDay(chat.lastAt) === shortDay(newest)
    ? clockTime(chat.lastAt)
    : shortDay(chat.lastAt);
}
