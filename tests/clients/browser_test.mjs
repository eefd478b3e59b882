// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium plays recordings through tickets, and runs those examples of the document that need a page. The page is one of
// the server's own, as a browser keeps scripts of other places from reading it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';

import { asJavaScript, fromBuildFolder, printed } from './printedExamples.mjs';
import { sha256, signOut, ticketFor, tokenOf, tone, upload, url } from './session.mjs';

let browser, page, token, wav, mp3;
const tokens = [];
let exchanges = []; // {url, range, status} of each answer that the page got

/// The system's Chromium, or what HOLDFAST_BROWSER names.
function browserProgram() {
  const names = process.env.HOLDFAST_BROWSER ? [process.env.HOLDFAST_BROWSER] : ['chromium', 'google-chrome'];
  for (const name of names)
    try {
      return execFileSync('/bin/sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim();
    } catch { /* the next one */ }
  throw new Error(`${names.join(' or ')} is not installed; ./test.sh installs it, or HOLDFAST_BROWSER names another`);
}

async function signIn(user) {
  tokens.push(await tokenOf(user));
  return tokens.at(-1);
}

before(async () => {
  token = await signIn('alice');
  // Long enough that the middle is not loaded when it is asked for.
  wav = await upload(token, tone('long.wav', 180, '-ac', '2'));
  mp3 = await upload(token, tone('long.mp3', 120, '-b:a', '192k'));
  process.env.TMPDIR = process.cwd(); // the profile goes with the test's folder
  browser = await fromBuildFolder('playwright-core').chromium.launch({
    executablePath: browserProgram(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
  });
});

after(() => browser?.close());

const seen = []; // addresses, of all tests

beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  exchanges = [];
  page.on('request', request => seen.push(request.url()));
  page.on('response', response =>
    exchanges.push({ url: response.url(), range: response.request().headers().range, status: response.status() }));
  await page.goto(`${url}/healthz`);
});

/// Waits in the page until the element can play, goes to the middle and plays on from there. Says "error" and its code
/// where it can't.
function playFromTheMiddle(src) {
  return page.evaluate(async src => {
    const audio = new Audio();
    const event = (...names) => new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`none of ${names} came`)), 20000);
      for (const name of names)
        audio.addEventListener(name, () => resolve(name), { once: true });
    });
    const ready = event('canplay', 'error');
    audio.src = src;
    if (await ready === 'error')
      return { error: audio.error.code };
    const { duration } = audio;
    const there = event('seeked');
    audio.currentTime = duration / 2;
    await there;
    const middle = audio.currentTime;
    const times = [];
    const grows = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`it stands still: ${times}`)), 20000);
      audio.addEventListener('timeupdate', () => {
        times.push(audio.currentTime);
        if (audio.currentTime > middle + 0.4)
          resolve();
      });
    });
    await audio.play();
    await grows;
    audio.pause();
    return { duration, middle, end: audio.currentTime };
  }, src);
}

const addressOf = async recording => (await ticketFor(token, recording.id)).url;

async function playsAndSeeks(recording, seconds) {
  const played = await playFromTheMiddle(await addressOf(recording));
  assert.ok(Math.abs(played.duration - seconds) < 0.05, `${seconds} s are ${played.duration} in the browser`);
  assert.ok(Math.abs(played.middle - seconds / 2) < 0.1, `the middle is ${played.middle}`);
  assert.ok(played.end > played.middle && played.end < played.middle + 10, JSON.stringify(played));
  const parts = exchanges.filter(one => one.range && one.status === 206);
  assert.ok(parts.length > 0, JSON.stringify(exchanges));
  return parts;
}

test('a WAV plays through a ticket and seeks by asking for the place', async () => {
  const parts = await playsAndSeeks(wav, 180);
  assert.ok(parts.some(one => /^bytes=[1-9]/.test(one.range)), JSON.stringify(parts));
});

test('an MP3 plays through a ticket and seeks', async () => {
  assert.ok(Math.abs(mp3.durationMs / 1000 - 120) < 0.05, `the server says ${mp3.durationMs} ms`);
  await playsAndSeeks(mp3, mp3.durationMs / 1000);
});

test('a link with a ticket saves the file under its name', async () => {
  const address = (await addressOf(mp3)).replace('/stream?', '/download?');
  const saved = page.waitForEvent('download');
  await page.evaluate(address => {
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    link.click();
  }, address);
  const download = await saved;
  assert.equal(download.suggestedFilename(), 'long.mp3');
  assert.equal(sha256(fs.readFileSync(await download.path())), mp3.sha256);
});

async function isRefused(src) {
  assert.deepEqual(Object.keys(await playFromTheMiddle(src)), ['error'], src);
  assert.deepEqual(exchanges.filter(one => one.url.includes('/stream')).map(one => one.status), [401]);
}

test('a ticket is for its own recording', async () => {
  const [, ticket] = (await addressOf(wav)).split('?');
  await isRefused(`/api/recordings/${mp3.id}/stream?${ticket}`);
});

test('a token is no ticket', () => isRefused(`/api/recordings/${mp3.id}/stream?ticket=e30.e30.e30`));

test('the printed audio element has no ticket, and is refused', async () => {
  const html = printed('4-stream-recording.html').replace('http://localhost:3000', url).replace('123', wav.id);
  await page.evaluate(html => new Promise(failed => {
    document.body.innerHTML = html;
    document.querySelector('source').addEventListener('error', failed);
  }).then(() => null), html);
  assert.deepEqual(exchanges.filter(one => one.url.includes('/stream')).map(one => one.status), [401]);
});

test('signing out ends the tickets', async () => {
  const other = await signIn('alice');
  const { url: address } = await ticketFor(other, wav.id);
  assert.ok((await playFromTheMiddle(address)).duration > 100);
  await signOut(other);
  exchanges = [];
  await isRefused(address);
});

test("the class' usage example runs in a page", async () => {
  const sam = await signIn('sam');
  const said = [];
  page.on('console', message => said.push(message.text()));
  const example = asJavaScript(printed('javascript-typescript-example.ts'))
    .replace('http://localhost:3000', url).replace('your_jwt_token', sam).replaceAll('123', mp3.id);
  const src = await page.evaluate(async example => {
    document.body.innerHTML = '<audio id="player"></audio>';
    const AsyncFunction = (async () => {}).constructor;
    const { url, recordings } = await new AsyncFunction(`${example}\nreturn { url, recordings };`)();
    if (recordings.length > 20)
      throw new Error('more than the limit');
    return url;
  }, example);
  // "Use url in <audio> element": the way that needs no ticket.
  assert.ok(Math.abs((await playFromTheMiddle(src)).duration - mp3.durationMs / 1000) < 0.05);
  assert.ok(said.some(text => /^Storage: [0-9.]+% used$/.test(text)), said.join());
  const { complianceHold } = await (await fetch(`${url}/api/recordings/${mp3.id}`,
    { headers: { Authorization: `Bearer ${token}` } })).json();
  assert.equal(complianceHold, true);
});

test('a download goes on where it stopped', async () => {
  const bytes = fs.readFileSync('long.mp3');
  const resumed = held => page.evaluate(async ([example, id, token, held]) => {
    const file = { parts: [Uint8Array.from(atob(held), c => c.charCodeAt(0))] };
    const given = { token, getFileSize: async () => file.parts[0].length,
      appendToFile: async (_, blob) => { file.parts.push(blob); } };
    const downloadWithResume = new Function(...Object.keys(given), `${example}\nreturn downloadWithResume;`)(
      ...Object.values(given));
    await downloadWithResume(id, 'call.mp3');
    const all = new Uint8Array(await new Blob(file.parts).arrayBuffer());
    return { size: all.length, tail: new TextDecoder().decode(all.slice(-400)),
      whole: btoa(Array.from(all, byte => String.fromCharCode(byte)).join('')) };
  }, [printed('2-downloading-large-files.js'), mp3.id, token, held.toString('base64')]);

  const got = await resumed(bytes.subarray(0, 100001));
  assert.equal(sha256(Buffer.from(got.whole, 'base64')), mp3.sha256);
  assert.deepEqual(exchanges.filter(one => one.url.endsWith('/download')).map(one => [one.status, one.range]),
    [[206, 'bytes=100001-']]);

  // The example does not look at the status, so a file that was whole is not afterwards.
  const spoilt = await resumed(bytes);
  assert.equal(exchanges.at(-1).status, 416);
  assert.ok(spoilt.size > bytes.length && spoilt.tail.endsWith('"}'), spoilt.tail);
});

test('no address that the browser asked for has a token in it', () => {
  assert.ok(seen.some(address => address.includes('ticket=')));
  for (const secret of tokens)
    assert.deepEqual(seen.filter(address => address.includes(secret) || address.includes(secret.split('.')[2])), []);
});
