import type { Sheet } from '../phone/use-phone.ts';
import { ContactSheet, OwnContactSheet } from './contact-sheets.tsx';
import { FileSheet } from './file-sheet.tsx';
import { ForwardSheet } from './forward-sheet.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { LocationSheet } from './location-sheet.tsx';
import { StickerSheet } from './sticker-sheet.tsx';

/** The sheet that was asked for. */
export function OpenSheet({ sheet, onClose }: { sheet: Sheet; onClose(): void }) {
  switch (sheet.kind) {
    case 'link':
      return <LinkSheet onClose={onClose} />;
    case 'ownContact':
      return <OwnContactSheet onClose={onClose} />;
    case 'otherContact':
      return <ContactSheet onClose={onClose} />;
    case 'location':
      return <LocationSheet onClose={onClose} />;
    case 'stickers':
      return <StickerSheet onClose={onClose} />;
    case 'file':
      return <FileSheet file={sheet.file} onClose={onClose} />;
    case 'forward':
      return <ForwardSheet message={sheet.message} onClose={onClose} />;
  }
}
