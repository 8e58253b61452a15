import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatCard, ChatMessage } from '../../contract.ts';
import { Icon } from '../icon.tsx';
import { previewOf } from '../phone/phone-state.ts';
import { useScreen } from '../phone/use-phone.ts';
import { CommandList } from './command-list.tsx';

/** Telegram's longest message, in UTF-16 units. */
const MAX_TEXT = 4096;

/** The message that is being answered or corrected. */
export interface Quoted {
  message: ChatMessage;
  for: 'reply' | 'edit';
}

interface ComposerProps {
  chat: ChatCard;
  quoted: Quoted | null;
  onQuote(quoted: Quoted | null): void;
  placeholder: string;
  keyboard: { shown: boolean; toggle(): void } | null;
  onAttach(): void;
  onPasteFile(file: File): void;
}

/** The line one writes in: Enter sends, Shift+Enter begins a new line, `/` offers the commands. */
export function Composer(props: ComposerProps) {
  const { chat, quoted, onQuote, placeholder, keyboard, onAttach, onPasteFile } = props;
  const { phone } = useScreen();
  const [text, setText] = useState(phone.drafts.get(chat.chatId) ?? '');
  const [menuOpen, setMenuOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const write = (next: string) => {
    phone.drafts.set(chat.chatId, next);
    setText(next);
  };
  useEffect(() => {
    if (quoted === null) return;
    if (quoted.for === 'edit') write(quoted.message.text);
    field.current?.focus();
  }, [quoted]);

  const send = async (event?: Event) => {
    event?.preventDefault();
    const said = text.trim();
    if (said === '') return;
    // Cleared at once: the bot's answer may ask for a reply of its own before this one is confirmed.
    write('');
    onQuote(null);
    const sent =
      quoted?.for === 'edit'
        ? await phone.act({
            do: 'editMessage',
            chatId: chat.chatId,
            messageId: quoted.message.messageId,
            text: said,
          })
        : await phone.say(said, quoted?.message.messageId ?? null);
    if (sent) return;
    onQuote(quoted);
    write(said);
  };
  const dropQuote = () => {
    if (quoted?.for === 'edit') write('');
    onQuote(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setMenuOpen(false);
      if (quoted !== null) dropQuote();
    }
    const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    // On a touch keyboard Enter is the only way to a new line; there the button sends.
    if (sends && !matchMedia('(pointer: coarse)').matches) void send(event);
  };
  const onPaste = (event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    onPasteFile(file);
  };
  const sendCommand = (command: string) => {
    setMenuOpen(false);
    write('');
    void phone.say(`/${command}`);
  };

  const typedCommand = /^\/(\w*)$/.exec(text)?.[1];
  const offered = menuOpen
    ? chat.commands
    : chat.commands.filter(
        ({ command }) => typedCommand !== undefined && command.startsWith(typedCommand),
      );
  return (
    <form class="composer" onSubmit={(event) => void send(event)}>
      {offered.length > 0 && <CommandList commands={offered} onChoose={sendCommand} />}
      {quoted !== null && <QuotedBar quoted={quoted} onClose={dropQuote} />}
      <div class="composer-line">
        {chat.commands.length > 0 && (
          <button
            class="command-button"
            type="button"
            aria-expanded={menuOpen}
            onClick={() => setMenuOpen(!menuOpen)}
          >
            <Icon name={menuOpen ? 'close' : 'menu'} size={18} />
            <span>Menu</span>
          </button>
        )}
        <div class="composer-field">
          <textarea
            ref={field}
            rows={1}
            maxLength={MAX_TEXT}
            value={text}
            placeholder={placeholder}
            aria-label="Tulis pesan"
            onInput={(event) => write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
          {keyboard !== null && (
            <button
              class="icon-button"
              type="button"
              aria-label={
                keyboard.shown ? 'Sembunyikan tombol balasan' : 'Tampilkan tombol balasan'
              }
              aria-pressed={keyboard.shown}
              onClick={keyboard.toggle}
            >
              <Icon name="keyboard" />
            </button>
          )}
          <button class="icon-button" type="button" aria-label="Lampirkan" onClick={onAttach}>
            <Icon name="attach" />
          </button>
        </div>
        <button class="send" type="submit" aria-label="Kirim" disabled={text.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

function QuotedBar({ quoted, onClose }: { quoted: Quoted; onClose(): void }) {
  return (
    <div class="quoted-bar">
      <Icon name={quoted.for === 'edit' ? 'edit' : 'reply'} size={20} />
      <span>
        <b>{quoted.for === 'edit' ? 'Ubah pesan' : `Balas ${quoted.message.from.name}`}</b>
        <small>{previewOf(quoted.message)}</small>
      </span>
      <button class="icon-button" type="button" aria-label="Batal" onClick={onClose}>
        <Icon name="close" size={20} />
      </button>
    </div>
  );
}
