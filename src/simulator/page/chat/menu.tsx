import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from '../icon.tsx';

export interface MenuItem {
  icon: IconName;
  label: string;
  choose(): void;
}

/** Where a menu stands inside its phone: corner of the phone, or a point in pixels from its top left. */
export type MenuPlace = 'top' | 'bottom' | { x: number; y: number };

interface MenuProps {
  label: string;
  items: MenuItem[];
  place: MenuPlace;
  onClose(): void;
}

const WIDTH = 216;
const ROW = 46;
const MARGIN = 8;

/** A small list of actions over a phone; arrows move, Escape and a click beside it close it. */
export function Menu({ label, items, place, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    list.current?.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    if (typeof place === 'string' || list.current === null || layer.current === null) return;
    const room = layer.current.getBoundingClientRect();
    const left = Math.min(place.x, room.width - WIDTH - MARGIN);
    const top = Math.min(place.y, room.height - items.length * ROW - 2 * MARGIN);
    list.current.style.left = `${Math.max(MARGIN, left)}px`;
    list.current.style.top = `${Math.max(MARGIN, top)}px`;
  }, [place, items.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      return onClose();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div class="menu-layer" ref={layer}>
      <button
        class="menu-shade"
        type="button"
        tabIndex={-1}
        aria-label="Tutup menu"
        onClick={onClose}
      />
      <div
        class={`menu ${typeof place === 'string' ? `menu-${place}` : ''}`}
        role="menu"
        aria-label={label}
        ref={list}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            onClick={() => {
              onClose();
              item.choose();
            }}
          >
            <Icon name={item.icon} size={20} />
            {item.label}
          </button>
        ))}
      </div>
    </div>
  );
}
