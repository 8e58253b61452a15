import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useReducer } from 'preact/hooks';
import type { ChatMessage, PersonCard } from '../../contract.ts';
import { Phone } from './phone.ts';
import type { PhoneState } from './phone-state.ts';

export interface OpenPhone {
  phone: Phone;
  state: PhoneState;
}

/** What covers the lower part of a phone until it is answered or closed. */
export type Sheet =
  | { kind: 'link' }
  | { kind: 'ownContact' }
  | { kind: 'otherContact' }
  | { kind: 'location' }
  | { kind: 'stickers' }
  | { kind: 'file'; file: File }
  | { kind: 'forward'; message: ChatMessage };

export interface PhoneScreen extends OpenPhone {
  person: PersonCard;
  showSheet(sheet: Sheet | null): void;
}

/** A phone that is on as long as the component lives; null where nobody was chosen. */
export function usePhone(personId: number | null): OpenPhone | null {
  const phone = useMemo(() => (personId === null ? null : new Phone(personId)), [personId]);
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  useEffect(() => {
    if (phone === null) return;
    const unwatch = phone.watch(() => redraw(undefined));
    const switchOff = phone.switchOn();
    return () => {
      switchOff();
      unwatch();
    };
  }, [phone]);
  return phone && { phone, state: phone.state };
}

export const ScreenContext = createContext<PhoneScreen | null>(null);

/** The phone this component is drawn on. */
export function useScreen(): PhoneScreen {
  const screen = useContext(ScreenContext);
  if (screen === null) throw new Error('useScreen outside a phone');
  return screen;
}
