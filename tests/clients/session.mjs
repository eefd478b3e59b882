// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in and uploading, which the printed clients don't do.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';

export const url = process.env.HOLDFAST_URL;

async function call(path, options) {
  const answer = await fetch(url + path, options);
  if (!answer.ok)
    throw new Error(`${options.method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

function withJson(token, body) {
  return { method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body) };
}

export async function tokenOf(username) {
  return (await call('/api/auth/login', withJson('', { username, password: 'holdfast-demo' }))).token;
}

export function signOut(token) {
  return call('/api/auth/logout', withJson(token, {}));
}

export function ticketFor(token, id) {
  return call(`/api/recordings/${id}/ticket`, withJson(token, {}));
}

export function upload(token, file, fields = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ leadId: 1, ...fields }))
    form.set(name, String(value));
  form.set('file', new Blob([fs.readFileSync(file)]), file);
  return call('/api/recordings', { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: form });
}

/// A tone that rises all the time, in the format that the name says.
export function tone(file, seconds, ...options) {
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i',
    `aevalsrc='0.4*sin(2*PI*(200+20*t)*t)':s=44100:d=${seconds}`, ...options, '-y', file]);
  return file;
}

export function sha256(bytes) {
  return crypto.createHash('sha256').update(Buffer.from(bytes)).digest('hex');
}
