import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatCard, ChatMessage } from '../../contract.ts';
import { copyText } from '../phone/copy-text.ts';
import { blockableBot, threadOf } from '../phone/phone-state.ts';
import { useScreen } from '../phone/use-phone.ts';
import { ChatFooter } from './chat-footer.tsx';
import { ChatHeader } from './chat-header.tsx';
import type { Quoted } from './composer.tsx';
import type { PagePoint } from './long-press.ts';
import { Menu, type MenuItem, type MenuPlace } from './menu.tsx';
import { MessageList } from './message-list.tsx';

interface OpenMenu {
  label: string;
  items: MenuItem[];
  place: MenuPlace;
}

/** One open chat: header, messages, input, and the menus over them. */
export function ChatView({ chat }: { chat: ChatCard }) {
  const { phone, state, person, showSheet } = useScreen();
  const thread = threadOf(state, chat.chatId);
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const view = useRef<HTMLElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const gone = thread.messages.every(({ messageId }) => messageId !== quoted?.message.messageId);
    if (quoted !== null && gone) setQuoted(null);
  }, [thread.messages, quoted]);

  const messageMenu = (message: ChatMessage, at: PagePoint) => {
    const frame = view.current?.getBoundingClientRect();
    setMenu({
      label: 'Pesan',
      place: { x: at.x - (frame?.left ?? 0), y: at.y - (frame?.top ?? 0) },
      items: [
        { icon: 'reply', label: 'Balas', choose: () => setQuoted({ message, for: 'reply' }) },
        {
          icon: 'forward',
          label: 'Teruskan',
          choose: () => showSheet({ kind: 'forward', message }),
        },
        ...(message.text === '' ? [] : [copyItem(message.text)]),
        ...(message.from.id === person.id && message.text !== '' && message.forwardedFrom === null
          ? [
              {
                icon: 'edit',
                label: 'Ubah',
                choose: () => setQuoted({ message, for: 'edit' }),
              } as const,
            ]
          : []),
      ],
    });
  };
  const copyItem = (text: string): MenuItem => ({
    icon: 'copy',
    label: 'Salin',
    choose: () => void copyText(phone, text),
  });
  const attachMenu = () =>
    setMenu({
      label: 'Lampirkan',
      place: 'bottom',
      items: [
        { icon: 'file', label: 'Foto atau berkas', choose: () => picker.current?.click() },
        { icon: 'contact', label: 'Kontak saya', choose: () => showSheet({ kind: 'ownContact' }) },
        {
          icon: 'plus',
          label: 'Kontak orang lain',
          choose: () => showSheet({ kind: 'otherContact' }),
        },
        { icon: 'location', label: 'Lokasi', choose: () => showSheet({ kind: 'location' }) },
        { icon: 'sticker', label: 'Stiker', choose: () => showSheet({ kind: 'stickers' }) },
      ],
    });
  const blockItem = (bot: number): MenuItem => ({
    icon: 'block',
    label: person.blockedBot ? 'Buka blokir bot' : 'Blokir bot',
    choose: () => void phone.setBlocked(bot, !person.blockedBot),
  });
  const bot = blockableBot(chat, person);
  const headerMenu = () =>
    setMenu({
      label: 'Percakapan',
      place: 'top',
      items: [
        { icon: 'scan', label: 'Tempel tautan / QR', choose: () => showSheet({ kind: 'link' }) },
        ...(bot === null ? [] : [blockItem(bot)]),
      ],
    });
  const takeFile = (file: File | undefined) => {
    if (file !== undefined) showSheet({ kind: 'file', file });
  };
  return (
    <section
      class="chat"
      ref={view}
      aria-label={chat.title}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        takeFile(event.dataTransfer?.files[0]);
      }}
    >
      <ChatHeader chat={chat} typing={thread.typing} onMenu={headerMenu} />
      <MessageList chat={chat} thread={thread} onMenu={messageMenu} />
      <ChatFooter
        chat={chat}
        thread={thread}
        quoted={quoted}
        onQuote={setQuoted}
        onAttach={attachMenu}
      />
      <input
        class="visually-hidden"
        type="file"
        ref={picker}
        tabIndex={-1}
        aria-label="Pilih foto atau berkas"
        onChange={(event) => {
          takeFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {menu !== null && <Menu {...menu} onClose={() => setMenu(null)} />}
    </section>
  );
}
