import { useRef } from 'preact/hooks';
import type { ChatCard, ChatMessage } from '../../contract.ts';
import { Icon } from '../icon.tsx';
import type { Thread } from '../phone/thread.ts';
import { useScreen } from '../phone/use-phone.ts';
import { dayTitle } from '../wording.ts';
import type { PagePoint } from './long-press.ts';
import { MessageBubble } from './message-bubble.tsx';
import { useInView } from './use-in-view.ts';
import { useStickyScroll } from './use-sticky-scroll.ts';

/** Messages of one sender closer than this belong together. */
const RUN_MS = 5 * 60_000;

interface MessageListProps {
  chat: ChatCard;
  thread: Thread;
  onMenu(message: ChatMessage, at: PagePoint): void;
}

/** All messages of the open chat, newest at the bottom. */
export function MessageList({ chat, thread, onMenu }: MessageListProps) {
  const { phone, person } = useScreen();
  const scroller = useRef<HTMLDivElement>(null);
  const { messages } = thread;
  const scroll = useStickyScroll(scroller, messages, {
    isOwn: (message) => message.from.id === person.id,
    onNearTop: () => void phone.loadOlder(),
  });
  useInView(scroller, (inView) => phone.setInView(inView));
  const showQuoted = (messageId: number) => {
    const quoted = scroller.current?.querySelector(`[data-message="${messageId}"]`);
    quoted?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    quoted?.animate([{ filter: 'brightness(0.85)' }, { filter: 'none' }], { duration: 1_200 });
  };
  return (
    <div class="messages">
      <div
        class="messages-scroll"
        ref={scroller}
        onScroll={scroll.onScroll}
        role="log"
        aria-label={`Percakapan dengan ${chat.title}`}
      >
        <div class="messages-inner">
          {!thread.loaded && messages.length === 0 && <p class="hint">Memuat percakapan…</p>}
          {thread.loaded && messages.length === 0 && <EmptyChat chat={chat} />}
          {messages.map((message, index) => (
            <MessageRow
              key={message.messageId}
              message={message}
              before={messages[index - 1]}
              after={messages[index + 1]}
              inGroup={chat.kind === 'group'}
              onMenu={(at) => onMenu(message, at)}
              onShowQuoted={showQuoted}
            />
          ))}
        </div>
      </div>
      {scroll.away && (
        <button
          class="to-bottom"
          type="button"
          aria-label={`Ke pesan terbaru${scroll.missed > 0 ? `, ${scroll.missed} baru` : ''}`}
          onClick={scroll.toBottom}
        >
          <Icon name="down" />
          {scroll.missed > 0 && <span class="badge">{scroll.missed}</span>}
        </button>
      )}
    </div>
  );
}

interface MessageRowProps {
  message: ChatMessage;
  before: ChatMessage | undefined;
  after: ChatMessage | undefined;
  inGroup: boolean;
  onMenu(at: PagePoint): void;
  onShowQuoted(messageId: number): void;
}

function MessageRow({ message, before, after, inGroup, onMenu, onShowQuoted }: MessageRowProps) {
  const { person } = useScreen();
  const newDay = before === undefined || dayTitle(before.at) !== dayTitle(message.at);
  const beginsRun = newDay || !inOneRun(before, message);
  return (
    <>
      {newDay && <p class="day">{dayTitle(message.at)}</p>}
      {message.service !== null ? (
        <p class="service">{message.service}</p>
      ) : (
        <MessageBubble
          message={message}
          showSender={inGroup && beginsRun && message.from.id !== person.id}
          endsRun={after === undefined || !inOneRun(message, after)}
          onMenu={onMenu}
          onShowQuoted={onShowQuoted}
        />
      )}
    </>
  );
}

function EmptyChat({ chat }: { chat: ChatCard }) {
  return (
    <div class="empty-chat">
      <p>{chat.kind === 'group' ? 'Belum ada pesan di grup ini.' : 'Belum ada percakapan.'}</p>
      {!chat.started && <p>Tekan MULAI di bawah untuk menyapa {chat.title}.</p>}
    </div>
  );
}

function inOneRun(first: ChatMessage, second: ChatMessage): boolean {
  return (
    first.service === null &&
    second.service === null &&
    first.from.id === second.from.id &&
    second.at - first.at < RUN_MS
  );
}
