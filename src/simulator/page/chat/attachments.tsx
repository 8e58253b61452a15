import { useRef, useState } from 'preact/hooks';
import type { ChatMessage, MessageFile } from '../../contract.ts';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { fileAddress } from '../simulator-client.ts';
import { fileSize } from '../wording.ts';

const PHOTO_WIDTH = 300;
const PHOTO_HEIGHT = 360;

/** What hangs on a message besides text: a picture, a file, somebody's card, a place. */
export function Attachments({ message }: { message: ChatMessage }) {
  return (
    <>
      {message.file !== null && <FileView file={message.file} />}
      {message.contact !== null && <ContactCard {...message.contact} />}
      {message.location !== null && <Place {...message.location} />}
    </>
  );
}

function FileView({ file }: { file: MessageFile }) {
  switch (file.kind) {
    case 'photo':
      return <Photo file={file} />;
    case 'sticker':
      return <Sticker file={file} />;
    default:
      return <DocumentLink file={file} />;
  }
}

function Sticker({ file }: { file: MessageFile }) {
  return file.emoji === undefined ? (
    <img class="sticker" src={fileAddress(file.fileId)} alt="Stiker" />
  ) : (
    <span class="sticker" role="img" aria-label={`Stiker ${file.emoji}`}>
      {file.emoji}
    </span>
  );
}

function Photo({ file }: { file: MessageFile }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  const address = fileAddress(file.fileId);
  const { width = PHOTO_WIDTH, height = PHOTO_WIDTH } = file;
  const scale = Math.min(PHOTO_WIDTH / width, PHOTO_HEIGHT / height);
  const enlarge = () => {
    setShown(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button
        class="photo"
        type="button"
        aria-label="Perbesar foto"
        style={{ width: Math.round(width * scale), aspectRatio: `${width} / ${height}` }}
        onClick={enlarge}
      >
        <img src={address} alt="Foto" />
      </button>
      <dialog class="lightbox" ref={dialog} onClose={() => setShown(false)} aria-label="Foto">
        {shown && (
          <>
            <button
              class="lightbox-close"
              type="button"
              aria-label="Tutup foto"
              onClick={() => dialog.current?.close()}
            >
              <img src={address} alt="Foto" />
            </button>
            <a class="lightbox-download" href={address} download={file.name}>
              <Icon name="download" /> Unduh
            </a>
          </>
        )}
      </dialog>
    </>
  );
}

function DocumentLink({ file }: { file: MessageFile }) {
  const ending = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '') : '';
  return (
    <a
      class="document"
      href={fileAddress(file.fileId)}
      download={file.name}
      aria-label={`Unduh ${file.name}, ${fileSize(file.size)}`}
    >
      <span class={`document-icon ${sortOf(ending)}`}>
        {ending === '' ? <Icon name="file" /> : ending.slice(0, 4)}
      </span>
      <span class="document-name">
        <b>{file.name}</b>
        <small>{fileSize(file.size)} · Unduh</small>
      </span>
    </a>
  );
}

function ContactCard({ name, phone }: { name: string; phone: string }) {
  return (
    <div class="contact">
      <Avatar id={[...phone].reduce((sum, digit) => sum + digit.charCodeAt(0), 0)} name={name} />
      <span>
        <b>{name}</b>
        <small>{phone.startsWith('+') ? phone : `+${phone}`}</small>
      </span>
    </div>
  );
}

function Place({ latitude, longitude }: { latitude: number; longitude: number }) {
  const point = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return (
    <a
      class="place"
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`Lokasi ${point}, buka peta`}
    >
      <span class="place-map">
        <Icon name="location" size={34} />
      </span>
      <small>{point}</small>
    </a>
  );
}

/** A colour family for a file by the ending of its name. */
function sortOf(ending: string): string {
  if (/^(xlsx?|csv|ods)$/i.test(ending)) return 'is-table';
  if (/^pdf$/i.test(ending)) return 'is-pdf';
  if (/^(docx?|odt|txt|md)$/i.test(ending)) return 'is-text';
  return 'is-other';
}
