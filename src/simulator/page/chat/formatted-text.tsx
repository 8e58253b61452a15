import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Entity } from '../../contract.ts';
import { copyText } from '../phone/copy-text.ts';
import { isTelegramLink } from '../phone/telegram-link.ts';
import { useScreen } from '../phone/use-phone.ts';
import { entityTree, type TextNode } from './entity-tree.ts';

/** A message's text with everything Telegram can do to it; commands and links can be pressed. */
export function FormattedText({ text, entities }: { text: string; entities: Entity[] }) {
  return (
    <div class={`text ${isOnlyEmoji(text) ? 'text-huge' : ''}`}>
      <Nodes nodes={entityTree(text, entities)} />
    </div>
  );
}

function Nodes({ nodes }: { nodes: TextNode[] }) {
  return (
    <>
      {nodes.map((node, index) =>
        typeof node === 'string' ? (
          isBlock(nodes[index - 1]) ? (
            node.replace(/^\n/, '')
          ) : (
            node
          )
        ) : (
          <Formatted
            key={`${node.entity.type}@${node.entity.offset}`}
            entity={node.entity}
            text={node.text}
          >
            <Nodes nodes={node.children} />
          </Formatted>
        ),
      )}
    </>
  );
}

interface FormattedProps {
  entity: Entity;
  text: string;
  children: ComponentChildren;
}

function Formatted({ entity, text, children }: FormattedProps) {
  switch (entity.type) {
    case 'bold':
      return <b>{children}</b>;
    case 'italic':
      return <i>{children}</i>;
    case 'underline':
      return <u>{children}</u>;
    case 'strikethrough':
      return <s>{children}</s>;
    case 'code':
      return <CopyableCode text={text}>{children}</CopyableCode>;
    case 'pre':
      return <pre>{children}</pre>;
    case 'blockquote':
    case 'expandable_blockquote':
      return <blockquote>{children}</blockquote>;
    case 'spoiler':
      return <Spoiler>{children}</Spoiler>;
    case 'text_link':
      return <Link url={entity.url ?? text}>{children}</Link>;
    case 'url':
      return <Link url={text}>{children}</Link>;
    case 'email':
      return <a href={`mailto:${text}`}>{children}</a>;
    case 'phone_number':
      return <a href={`tel:${text}`}>{children}</a>;
    case 'mention':
      return <Link url={`https://t.me/${text.slice(1)}`}>{children}</Link>;
    case 'bot_command':
      return <Command text={text} />;
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return <span class="tag">{children}</span>;
    default:
      return <>{children}</>;
  }
}

function Link({ url, children }: { url: string; children: ComponentChildren }) {
  const { phone } = useScreen();
  const inside = isTelegramLink(url);
  const follow = (event: Event) => {
    event.preventDefault();
    void phone.follow(url);
  };
  return (
    <a
      href={/^[a-z]+:/i.test(url) ? url : `https://${url}`}
      target="_blank"
      rel="noopener noreferrer"
      {...(inside ? { onClick: follow } : {})}
    >
      {children}
    </a>
  );
}

function Command({ text }: { text: string }) {
  const { phone } = useScreen();
  return (
    <button class="command" type="button" onClick={() => void phone.say(text)}>
      {text}
    </button>
  );
}

function CopyableCode({ text, children }: { text: string; children: ComponentChildren }) {
  const { phone } = useScreen();
  return (
    <button class="code" type="button" title="Salin" onClick={() => void copyText(phone, text)}>
      <code>{children}</code>
    </button>
  );
}

function Spoiler({ children }: { children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  if (open) return <span class="spoiler-open">{children}</span>;
  return (
    <button
      class="spoiler"
      type="button"
      aria-label="Teks tersembunyi, ketuk untuk melihat"
      onClick={() => setOpen(true)}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

/** A block ends its line by itself; the line break after it would make an empty line. */
function isBlock(node: TextNode | undefined): boolean {
  return (
    typeof node === 'object' && /^(pre|blockquote|expandable_blockquote)$/.test(node.entity.type)
  );
}

/** Up to three emoji and nothing else are drawn large, as the app does. */
function isOnlyEmoji(text: string): boolean {
  return /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)(?:(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)){0,2}$/u.test(
    text,
  );
}
