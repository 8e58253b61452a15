import type { ChatMessage } from '../../contract.ts';
import { tintOf } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { useScreen } from '../phone/use-phone.ts';
import { clockTime } from '../wording.ts';
import { Attachments } from './attachments.tsx';
import { FormattedText } from './formatted-text.tsx';
import { InlineButtons } from './inline-buttons.tsx';
import { type PagePoint, useLongPress } from './long-press.ts';

interface BubbleProps {
  message: ChatMessage;
  /** Groups show who speaks, once per run of messages by the same person. */
  showSender: boolean;
  endsRun: boolean;
  onMenu(at: PagePoint): void;
  onShowQuoted(messageId: number): void;
}

/** One message as a bubble, with its buttons under it. */
export function MessageBubble(props: BubbleProps) {
  const { message, showSender, endsRun, onMenu, onShowQuoted } = props;
  const { person } = useScreen();
  const own = message.from.id === person.id;
  const press = useLongPress(onMenu);
  const bare = message.file?.kind === 'sticker' && message.text === '';
  const withPicture = message.file?.kind === 'photo';
  const look = [
    'bubble',
    bare && 'is-bare',
    withPicture && 'has-picture',
    withPicture && message.text === '' && 'is-picture-only',
  ];
  return (
    <article
      class={`message ${own ? 'is-own' : 'is-theirs'} ${endsRun ? 'ends-run' : ''}`}
      data-message={message.messageId}
      aria-label={`${own ? 'Anda' : message.from.name}, ${clockTime(message.at)}`}
    >
      <div class={look.filter(Boolean).join(' ')} {...press}>
        {showSender && <b class={`sender ink-${tintOf(message.from.id)}`}>{message.from.name}</b>}
        {message.forwardedFrom !== null && (
          <span class="forwarded">Diteruskan dari {message.forwardedFrom}</span>
        )}
        {message.replyTo !== null && <Quote quoted={message.replyTo} onShow={onShowQuoted} />}
        <Attachments message={message} />
        <div class="body">
          {message.text !== '' && <FormattedText text={message.text} entities={message.entities} />}
          <span class="meta">
            {message.editedAt !== null && <span>diedit</span>}
            <time dateTime={new Date(message.at).toISOString()}>{clockTime(message.at)}</time>
          </span>
        </div>
        <button
          class="bubble-more"
          type="button"
          aria-label="Tindakan untuk pesan ini"
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            onMenu({ x: left, y: bottom });
          }}
        >
          <Icon name="more" size={18} />
        </button>
      </div>
      {message.buttons.length > 0 && <InlineButtons message={message} />}
    </article>
  );
}

interface QuoteProps {
  quoted: NonNullable<ChatMessage['replyTo']>;
  onShow(messageId: number): void;
}

function Quote({ quoted, onShow }: QuoteProps) {
  return (
    <button class="quote" type="button" onClick={() => onShow(quoted.messageId)}>
      <b>{quoted.name}</b>
      <span>{quoted.text}</span>
    </button>
  );
}
