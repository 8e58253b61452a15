import { describe, expect, it } from 'vitest';
import { arrived, bytesOf } from '../support/arrivals.ts';
import { later } from '../support/later.ts';
import { invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

/** The afternoon after a training: its list and Siti's certificate have been made. */
async function papers() {
  const world = await startWorld({ at: '2024-05-10T09:00' });
  const siti = await world.registered({ name: 'Siti <b>Aminah</b>', kelurahan: 'Bugel' });
  const eventId = await invitedTraining(world, {
    title: 'Bimtek <script>alert(1)</script> "PSM" & TKSK',
  });
  await arrived(world, eventId, [{ name: 'Siti <b>Aminah</b>', at: '2024-05-22T08:02' }]);
  await later(world, '2024-05-22T13:00');
  siti.looksAway();
  const eko = await world.officer('Pak Eko', 'STAFF');
  await eko.says('/daftarhadir');
  await eko.taps('Bimtek');
  await eko.taps('PDF dengan jam');
  const list = bytesOf(world, eko.sees('daftar-hadir-acara-1.pdf'));
  eko.looksAway();
  await siti.says('/sertifikat');
  const certificate = bytesOf(world, siti.sees(/sertifikat-001/));
  const codeOf = async (kind: 'ATTENDANCE_LIST' | 'CERTIFICATE') =>
    (await world.db.issuedDocument.findFirstOrThrow({ where: { kind } })).code;
  return {
    world,
    server: world.pages(),
    list: { bytes: list, code: await codeOf('ATTENDANCE_LIST') },
    certificate: { bytes: certificate, code: await codeOf('CERTIFICATE') },
  };
}

/** A file as a browser's form sends it. */
async function asForm(file: Buffer, name = 'sertifikat.pdf') {
  const form = new FormData();
  form.append('berkas', new File([file], name));
  const sent = new Response(form);
  const payload = Buffer.from(await sent.arrayBuffer());
  return { payload, headers: { 'content-type': sent.headers.get('content-type') ?? '' } };
}

it('says in plain words that an address is nowhere', async () => {
  const world = await startWorld();
  const answer = await world.pages().inject('/periska');
  expect(answer.statusCode).toBe(404);
  expect(answer.body).toMatch(/^Halaman ini tidak ada/);
});

describe('the page of a paper', () => {
  it('of a list says what it is, in numbers and without a name', async () => {
    const { server, list, world } = await papers();
    const page = await server.inject(`/periksa/${list.code}`);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain('Daftar hadir ini tercatat');
    expect(page.body).toContain('DINAS SOSIAL');
    expect(page.body).toContain('Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB');
    expect(page.body).toContain('1 diundang, 1 hadir, 0 izin');
    expect(page.body).toContain('Dengan jam hadir, PDF');
    const paper = await world.db.issuedDocument.findUniqueOrThrow({ where: { code: list.code } });
    expect(page.body).toContain(`<dd class="code">${paper.contentHash}</dd>`);
    expect(page.body).toContain(`<dd class="code">${paper.fileHash}</dd>`);
    expect(page.body).not.toContain('Siti');
  });

  it('of a certificate confirms name, event and date; what people wrote is text and nothing else', async () => {
    const { server, certificate } = await papers();
    const { body } = await server.inject(`/periksa/${certificate.code}`);
    expect(body).toContain('Sertifikat ini tercatat');
    expect(body).toContain('<dd>Siti &lt;b&gt;Aminah&lt;/b&gt;</dd>');
    expect(body).toContain('Bimtek &lt;script&gt;alert(1)&lt;/script&gt; "PSM" &amp; TKSK');
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('<dd>001/1/V/2024</dd>');
  });

  it('of a certificate whose arrival was undone says that it is not valid any more', async () => {
    const { server, certificate, world } = await papers();
    await world.db.checkIn.updateMany({ data: { undoneAt: world.clock.now() } });
    const { body } = await server.inject(`/periksa/${certificate.code}`);
    expect(body).toContain('Sertifikat ini tidak berlaku lagi');
    expect(body).not.toContain('Siti');
    const url = `/periksa/${certificate.code}`;
    const sent = await server.inject({ method: 'POST', url, ...(await asForm(certificate.bytes)) });
    expect(sent.body).toBe(body);
  });

  it('a code that nobody gave out, and one that is none', async () => {
    const { server } = await papers();
    const unknown = await server.inject('/periksa/0000000000000000');
    expect(unknown.statusCode).toBe(404);
    expect(unknown.body).toContain('Dokumen tidak ditemukan');
    const none = await server.inject(
      `/periksa/${encodeURIComponent('"><script>alert(1)</script>')}`,
    );
    expect(none.statusCode).toBe(404);
    expect(none.body).toContain('Kode ini belum lengkap');
    expect(none.body).not.toContain('alert');
  });
});

describe('/periksa', () => {
  it('leads to the paper from its code as it was typed', async () => {
    const { server, list } = await papers();
    const start = await server.inject('/periksa');
    expect(start.body).toContain('<form action="periksa" method="get">');
    const typed = `${list.code.slice(0, 4)} - ${list.code.slice(4).toLowerCase()}`;
    const found = await server.inject({ url: '/periksa', query: { kode: typed } });
    expect(found.statusCode).toBe(303);
    expect(found.headers.location).toBe(`periksa/${list.code}`);
    const wrong = await server.inject({ url: '/periksa', query: { kode: '<i>' } });
    expect(wrong.statusCode).toBe(404);
    expect(wrong.body).toContain('Kode ini belum lengkap');
    expect(wrong.body).not.toContain('<i>');
  });

  it('gives browsers the script and style of the page, and no other file', async () => {
    const { server } = await papers();
    const script = await server.inject('/periksa/halaman/check-file.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.body).toContain('SHA-256');
    const style = await server.inject('/periksa/halaman/check-file.css');
    expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await server.inject('/periksa/halaman/tsconfig.json')).statusCode).toBe(404);
  });
});

describe('a file sent to be compared', () => {
  const genuine = '<p class="verdict genuine">';
  const altered = '<p class="verdict altered">';
  const failed = '<p class="verdict failed">';

  it('is genuine, or altered by a single byte, or another paper', async () => {
    const { server, list, certificate, world } = await papers();
    const before = await world.db.issuedDocument.count();
    const verdictOn = async (code: string, file: Buffer) => {
      const url = `/periksa/${code}`;
      const { body } = await server.inject({ method: 'POST', url, ...(await asForm(file)) });
      expect(body).toContain('ini tercatat');
      return body.match(/<p class="verdict \w+">/)?.[0];
    };
    expect(await verdictOn(list.code, list.bytes)).toBe(genuine);
    expect(await verdictOn(certificate.code, certificate.bytes)).toBe(genuine);
    const other = Buffer.from(list.bytes);
    other.writeUInt8((other.at(-20) ?? 0) ^ 1, other.length - 20);
    expect(await verdictOn(list.code, other)).toBe(altered);
    expect(await verdictOn(list.code, certificate.bytes)).toBe(altered);
    expect(await world.db.issuedDocument.count()).toBe(before);
  });

  it('that is none, or did not arrive whole, or is larger than any paper, is answered with a page', async () => {
    const { server, list } = await papers();
    const send = (sent: { headers: Record<string, string>; payload: Buffer | string }) =>
      server.inject({ method: 'POST', url: `/periksa/${list.code}`, ...sent });
    const whole = await asForm(list.bytes);
    expect((await send(await asForm(Buffer.alloc(0)))).body).toContain(failed);
    const cut = await send({ ...whole, payload: whole.payload.subarray(0, 2_000) });
    expect(cut.body).toContain(failed);
    const json = await send({ headers: { 'content-type': 'application/json' }, payload: '{}' });
    expect(json.body).toContain(failed);
    const text = await send({ headers: { 'content-type': 'text/html' }, payload: '<i>' });
    expect(text.body).toContain(failed);
    const large = await send(await asForm(Buffer.alloc(21 * 1024 * 1024)));
    expect(large.body).toContain(altered);
  });

  it('of a paper that nobody made says so', async () => {
    const { server, list } = await papers();
    const form = await asForm(list.bytes);
    const url = '/periksa/0000000000000000';
    const sent = await server.inject({ method: 'POST', url, ...form });
    expect(sent.statusCode).toBe(404);
    expect(sent.body).toContain('Dokumen tidak ditemukan');
    expect(sent.body).not.toContain('verdict');
  });
});
