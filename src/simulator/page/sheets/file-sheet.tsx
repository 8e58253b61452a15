import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { useScreen } from '../phone/use-phone.ts';
import { fileSize } from '../wording.ts';
import { SheetFrame } from './sheet-frame.tsx';

/** Shows what is about to be sent, takes a caption, and lets a picture go as a photo or as a file. */
export function FileSheet({ file, onClose }: { file: File; onClose(): void }) {
  const { phone, state } = useScreen();
  const isPicture = /^image\/(png|jpeg|webp|gif)$/.test(file.type);
  const [asPhoto, setAsPhoto] = useState(isPicture);
  const [caption, setCaption] = useState('');
  const [sending, setSending] = useState(false);
  const preview = useObjectAddress(isPicture ? file : null);
  const send = async (event: Event) => {
    event.preventDefault();
    if (state.openChatId === null) return;
    setSending(true);
    const sent = await phone.sendFile({ chatId: state.openChatId, file, caption, asPhoto });
    setSending(false);
    if (sent) onClose();
  };
  return (
    <SheetFrame title={asPhoto ? 'Kirim foto' : 'Kirim berkas'} onClose={onClose}>
      <form class="form" onSubmit={(event) => void send(event)}>
        {preview !== null && <img class="file-preview" src={preview} alt="" />}
        <p class="file-line">
          <Icon name={isPicture ? 'photo' : 'file'} />
          <span>
            <b>{file.name}</b> <small>{fileSize(file.size)}</small>
          </span>
        </p>
        {isPicture && (
          <label class="choice">
            <input
              type="checkbox"
              checked={asPhoto}
              onChange={(event) => setAsPhoto(event.currentTarget.checked)}
            />
            Kirim sebagai foto
          </label>
        )}
        <label>
          Keterangan
          <input
            type="text"
            data-autofocus
            autocomplete="off"
            placeholder="Boleh dikosongkan"
            maxLength={1024}
            value={caption}
            onInput={(event) => setCaption(event.currentTarget.value)}
          />
        </label>
        <button class="primary" type="submit" disabled={sending}>
          {sending ? 'Mengirim…' : 'Kirim'}
        </button>
      </form>
    </SheetFrame>
  );
}

/** An address under which the page can draw a chosen file, as long as the component lives. */
function useObjectAddress(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (file === null) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
