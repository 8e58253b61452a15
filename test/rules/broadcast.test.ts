import { describe, expect, it } from 'vitest';
import { announcedText } from '../../src/features/broadcast/rules.ts';

describe('the text of an announcement', () => {
  it('is what follows the command, with its formatting moved along', () => {
    const text = '/siaran@kader_bot  Rapat penting';
    expect(announcedText(text, [{ type: 'bold', offset: 25, length: 7 }])).toEqual({
      ok: true,
      text: 'Rapat penting',
      entities: [{ type: 'bold', offset: 6, length: 7 }],
    });
  });

  it('keeps the part of a style that began on the command', () => {
    expect(announcedText('/siaran Halo', [{ type: 'bold', offset: 0, length: 12 }])).toEqual({
      ok: true,
      text: 'Halo',
      entities: [{ type: 'bold', offset: 0, length: 4 }],
    });
  });

  it.each(['/insentif sudah bisa dipakai', '/siaranku'])(
    'keeps %j, which is not its command',
    (text) => {
      expect(announcedText(text, [])).toEqual({ ok: true, text, entities: [] });
    },
  );

  it('loses the entity of the command itself', () => {
    const announced = announcedText('/siaran Halo', [
      { type: 'bot_command', offset: 0, length: 7 },
    ]);
    expect(announced).toEqual({ ok: true, text: 'Halo', entities: [] });
  });

  it.each(['/siaran', '/siaran   \n ', '   '])('is missing in %j', (text) => {
    expect(announcedText(text, [])).toEqual({ ok: false, reason: 'empty' });
  });
});
