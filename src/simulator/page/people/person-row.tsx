import type { ComponentChildren } from 'preact';
import type { PersonCard } from '../../contract.ts';
import { Avatar } from '../avatar.tsx';
import { fullName } from '../wording.ts';

interface PersonRowProps {
  person: PersonCard;
  /** Second line under the name. */
  line: string;
  label?: string;
  current?: boolean;
  onChoose(): void;
  children?: ComponentChildren;
}

/** One person in a list, as a button. */
export function PersonRow({ person, line, label, current, onChoose, children }: PersonRowProps) {
  const name = fullName(person);
  return (
    <button
      class={`row ${current ? 'is-current' : ''}`}
      type="button"
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      onClick={onChoose}
    >
      <Avatar id={person.id} name={name} />
      <span class="row-text">
        <b>{name}</b>
        <small>{line}</small>
      </span>
      {children}
    </button>
  );
}
