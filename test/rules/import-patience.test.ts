import { expect, it } from 'vitest';
import { type Company, withCompany } from '../../src/features/transfer/patience.ts';
import { html } from '../../src/text/html.ts';
import { ManualClock } from '../support/manual-clock.ts';

/** Work that ends when the test says so, and a company that notes what it shows. */
function scene() {
  const clock = new ManualClock('2024-05-20T08:00:00+07:00');
  const seen: string[] = [];
  const company: Company = {
    show: async (text) => {
      seen.push(`show ${text.markup}`);
      return {
        edit: async (next) => seen.push(`edit ${next.markup}`),
        remove: async () => seen.push('remove'),
      };
    },
    onFailure: (error) => seen.push(`failure ${error}`),
  };
  let end: (result: Promise<string>) => void = () => {};
  const work = new Promise<string>((resolve) => {
    end = resolve;
  });
  const start = () =>
    withCompany(
      clock,
      company,
      (s) => html`${s} detik`,
      () => work,
    );
  return { clock, seen, company, end, start };
}

it('says nothing about work of less than two seconds', async () => {
  const { clock, seen, end, start } = scene();
  const outcome = start();
  await clock.advance(1_900);
  end(Promise.resolve('done'));
  expect(await outcome).toBe('done');
  expect(seen).toEqual([]);
});

it('says one message about longer work, renews it every three seconds, and takes it away', async () => {
  const { clock, seen, end, start } = scene();
  const outcome = start();
  await clock.advance(8_000);
  end(Promise.resolve('done'));
  expect(await outcome).toBe('done');
  expect(seen).toEqual(['show 2 detik', 'edit 5 detik', 'edit 8 detik', 'remove']);
});

it('takes the message away when the work fails, and passes the failure on', async () => {
  const { clock, seen, end, start } = scene();
  const outcome = start();
  const failed = expect(outcome).rejects.toThrow('broken');
  await clock.advance(2_000);
  end(Promise.reject(new Error('broken')));
  await failed;
  expect(seen).toEqual(['show 2 detik', 'remove']);
});

it('goes on when the message cannot be shown', async () => {
  const { clock, seen, company, end, start } = scene();
  company.show = () => Promise.reject(new Error('blocked'));
  const outcome = start();
  await clock.advance(5_000);
  end(Promise.resolve('done'));
  expect(await outcome).toBe('done');
  expect(seen).toEqual(['failure Error: blocked']);
});

it('looks around each time before it renews the message', async () => {
  const { clock, seen, company, end, start } = scene();
  company.look = async () => void seen.push('look');
  const outcome = start();
  await clock.advance(2_000);
  await clock.advance(3_000);
  expect(seen.slice(-2)).toEqual(['look', 'edit 5 detik']);
  end(Promise.resolve('done'));
  await outcome;
});
