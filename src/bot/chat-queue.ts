/**
 * Runs the work of one chat in order and of different chats side by side.
 * telegraf handles the updates of a batch all at once, two taps of one person included.
 */
export interface ChatQueue {
  /** Runs `work` after everything queued before for that chat; passes its outcome on. */
  run<T>(chatId: number, work: () => Promise<T>): Promise<T>;
}

export function createChatQueue(): ChatQueue {
  const tails = new Map<number, Promise<unknown>>();
  return {
    run(chatId, work) {
      const before = tails.get(chatId) ?? Promise.resolve();
      const mine = before.then(work, work);
      tails.set(chatId, mine);
      const forget = () => {
        if (tails.get(chatId) === mine) tails.delete(chatId);
      };
      mine.then(forget, forget);
      return mine;
    },
  };
}
