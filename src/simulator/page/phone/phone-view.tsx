import { useState } from 'preact/hooks';
import { ChatList } from '../chat/chat-list.tsx';
import { ChatView } from '../chat/chat-view.tsx';
import { OpenSheet } from '../sheets/open-sheet.tsx';
import { fullName } from '../wording.ts';
import { NoticeView } from './notice-view.tsx';
import { type OpenPhone, ScreenContext, type Sheet } from './use-phone.ts';

/** One person's phone: the open chat or the list of chats, and whatever lies over it. */
export function PhoneView({ phone, state }: OpenPhone) {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const { person, failure } = state;
  if (person === null) {
    return (
      <div class="phone">
        <div class="phone-wait">{failure ?? 'Menyalakan ponsel…'}</div>
      </div>
    );
  }
  const chat = state.chats.find(({ chatId }) => chatId === state.openChatId);
  const covered = sheet !== null || state.notice?.kind === 'alert';
  return (
    <ScreenContext.Provider value={{ phone, state, person, showSheet: setSheet }}>
      <section class="phone" aria-label={`Ponsel ${fullName(person)}`}>
        <div class="phone-content" inert={covered}>
          {chat === undefined ? <ChatList /> : <ChatView key={chat.chatId} chat={chat} />}
        </div>
        {sheet !== null && <OpenSheet sheet={sheet} onClose={() => setSheet(null)} />}
        {state.notice !== null && <NoticeView notice={state.notice} />}
      </section>
    </ScreenContext.Provider>
  );
}
