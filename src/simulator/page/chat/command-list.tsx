import type { ChatCard } from '../../contract.ts';

interface CommandListProps {
  commands: ChatCard['commands'];
  onChoose(command: string): void;
}

/** What the bot offers this person; a press sends the command. */
export function CommandList({ commands, onChoose }: CommandListProps) {
  return (
    <ul class="command-list" aria-label="Perintah bot">
      {commands.map(({ command, description }) => (
        <li key={command}>
          <button type="button" onClick={() => onChoose(command)}>
            <b>/{command}</b>
            <span>{description}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
