import { useState } from 'preact/hooks';
import type { NewPerson, PersonCard } from '../../contract.ts';
import { addPerson, Unreachable } from '../simulator-client.ts';

/** Somebody whom the roster does not know, to see how strangers are met. */
export function NewPersonForm({ onDone }: { onDone(person: PersonCard | null): void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    try {
      onDone(await addPerson(personIn(new FormData(event.currentTarget))));
    } catch (error) {
      setFailure(
        error instanceof Unreachable ? error.message : 'Tidak dapat ditambahkan. Periksa nomornya.',
      );
    }
  };
  return (
    <form class="form picker-form" onSubmit={(event) => void add(event)}>
      <h2>Orang baru</h2>
      <label>
        Nama
        <input name="name" required autocomplete="off" />
      </label>
      <label>
        Nomor HP
        <input
          name="phone"
          type="tel"
          autocomplete="off"
          placeholder="0812…"
          pattern="[+0-9 \-]{8,20}"
        />
      </label>
      <label>
        Keterangan
        <input name="role" autocomplete="off" placeholder="misalnya: warga, PSM" />
      </label>
      {failure !== null && <p class="form-error">{failure}</p>}
      <div class="form-actions">
        <button class="secondary" type="button" onClick={() => onDone(null)}>
          Batal
        </button>
        <button class="primary" type="submit">
          Tambahkan
        </button>
      </div>
    </form>
  );
}

function personIn(form: FormData): NewPerson {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const [firstName = '', ...rest] = field('name').split(/\s+/);
  const digits = field('phone').replace(/\D/g, '').replace(/^0/, '62');
  return {
    firstName,
    ...(rest.length > 0 ? { lastName: rest.join(' ') } : {}),
    ...(digits === '' ? {} : { phone: `+${digits}` }),
    ...(field('role') === '' ? {} : { role: field('role') }),
  };
}
