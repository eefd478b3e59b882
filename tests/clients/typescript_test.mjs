// SPDX-License-Identifier: GPL-3.0-or-later
// The document's TypeScript and JavaScript against the server, in Node; what needs a page runs in browser_test.mjs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import { before, test } from 'node:test';

import { asJavaScript, complaintsOf, listener, printed, printedClass, printedNames, run } from './printedExamples.mjs';
import { sha256, signOut, tokenOf, tone, upload, url } from './session.mjs';

let RecordingAPIClient, sam, alice, bob, aliceToken, samToken, call, recording;

before(async () => {
  RecordingAPIClient = await printedClass();
  samToken = await tokenOf('sam');
  aliceToken = await tokenOf('alice');
  sam = new RecordingAPIClient(url, samToken);
  alice = new RecordingAPIClient(url, aliceToken);
  bob = new RecordingAPIClient(url, await tokenOf('bob'));
  call = tone('call.wav', 2);
  recording = await upload(aliceToken, call, { disposition: 'sale' });
});

const idsOf = recordings => recordings.map(one => one.id);

/// The class with a count of what it asks for.
function counting(client, method) {
  const counted = Object.create(client);
  counted.calls = 0;
  counted[method] = (...words) => {
    ++counted.calls;
    return client[method](...words);
  };
  return counted;
}

// The class

test('the class and its usage example satisfy tsc --strict', () => {
  assert.deepEqual(complaintsOf(printed('javascript-typescript-example.ts')), []);
});

test('search pages and filters', async () => {
  const all = await sam.searchRecordings({});
  assert.ok(idsOf(all).includes(recording.id));
  assert.deepEqual(idsOf(await sam.searchRecordings({ limit: 1, offset: 1 })), [all[1].id]);
  assert.deepEqual(new Set((await sam.searchRecordings({ campaignId: 2 })).map(one => one.campaignId)), new Set([2]));
  const { agentId, uploadedAt } = recording;
  assert.ok((await sam.searchRecordings({ agentId })).every(one => one.agentId === agentId));
  assert.deepEqual(idsOf(await sam.searchRecordings({ startDate: uploadedAt, endDate: uploadedAt, leadId: undefined })),
    [recording.id]);
});

test('an agent sees its own alone, and is told why', async () => {
  assert.ok((await alice.searchRecordings({})).every(one => one.agentId === recording.agentId));
  await assert.rejects(bob.getRecording(recording.id),
    { message: 'User does not have permission to access this recording' });
  await assert.rejects(alice.deleteRecording(recording.id), /permission/);
  await assert.rejects(alice.setComplianceHold(recording.id, true), /permission/);
  await assert.rejects(alice.getStorageStats(), /permission/);
  await assert.rejects(alice.getRetentionPolicies(), /permission/);
  await assert.rejects(bob.downloadRecording(recording.id), { message: 'Download failed: 403' });
});

test('details and the download are what was uploaded', async () => {
  const bytes = fs.readFileSync(call);
  const details = await alice.getRecording(recording.id);
  assert.equal(details.fileSize, bytes.length);
  assert.equal(details.durationSeconds, 2);
  const blob = await alice.downloadRecording(recording.id);
  assert.equal(blob.type, 'audio/wav');
  assert.equal(sha256(await blob.arrayBuffer()), sha256(bytes));
});

test('a held recording stays, and a released one goes', async () => {
  const { id } = await upload(aliceToken, call);
  assert.equal((await sam.setComplianceHold(id, true)).complianceHold, true);
  await assert.rejects(sam.deleteRecording(id), /compliance hold/);
  assert.equal((await sam.setComplianceHold(id, false)).complianceHold, false);
  assert.equal(await sam.deleteRecording(id), null);
  await assert.rejects(sam.getRecording(id), /Recording not found/);
  await assert.rejects(sam.deleteRecording(id), /Recording not found/);
});

test('policies are made, listed, and refused with a reason', async () => {
  const made = await sam.createRetentionPolicy(
    { name: 'Renewals', retentionDays: 365, appliesTo: 'CAMPAIGN', campaignId: 1, isDefault: false });
  assert.deepEqual((await sam.getRetentionPolicies()).filter(one => one.id === made.id), [made]);
  await assert.rejects(sam.createRetentionPolicy(
    { name: 'again', retentionDays: 1, appliesTo: 'CAMPAIGN', campaignId: 1, isDefault: false }), /already exists/);
  await assert.rejects(sam.createRetentionPolicy(
    { name: 'none', retentionDays: 0, appliesTo: 'ALL', isDefault: true }), /must be positive/);
  const mine = { name: 'Alice', retentionDays: 30, appliesTo: 'AGENT', agentId: recording.agentId, isDefault: false };
  assert.equal((await sam.createRetentionPolicy(mine)).agentId, recording.agentId);
  await assert.rejects(sam.createRetentionPolicy(mine), /already exists/);
});

test('storage tells a percentage that can be printed', async () => {
  const stats = await sam.getStorageStats();
  assert.match(`Storage: ${stats.quotaPercentage}% used`, /^Storage: [0-9.]+% used$/);
  assert.ok(stats.totalFiles > 5);
});

test('the address for an audio element needs a ticket', async () => {
  const address = alice.getStreamURL(recording.id);
  assert.equal(address, `${url}/api/recordings/${recording.id}/stream`);
  assert.equal((await fetch(address)).status, 401); // an element sends no header
});

test('a token that is no more is told apart', async () => {
  const token = await tokenOf('alice');
  const client = new RecordingAPIClient(url, token);
  await client.getRecording(recording.id);
  await signOut(token);
  await assert.rejects(client.getRecording(recording.id), { message: 'Unauthorized - token may be expired' });
  await assert.rejects(client.downloadRecording(recording.id), { message: 'Download failed: 401' });
});

// Best practices

test('all recordings come page by page, each once', async () => {
  const many = [];
  for (let i = 0; i < 4; ++i)
    many.push((await upload(aliceToken, call)).id);
  const { getAllRecordings } = await run(printed('1-efficient-searching.js'), { client: sam }, ['getAllRecordings']);
  const all = idsOf(await getAllRecordings());
  assert.ok(many.every(id => all.includes(id)));
  assert.equal(new Set(all).size, all.length);
  assert.equal(all.length, (await sam.getStorageStats()).totalFiles);

  // The same with pages of two, so that there are several.
  const pages = counting(sam, 'searchRecordings');
  const small = await run(printed('1-efficient-searching.js').replace('limit = 100', 'limit = 2'), { client: pages },
    ['getAllRecordings']);
  assert.deepEqual(idsOf(await small.getAllRecordings()), all);
  assert.equal(pages.calls, Math.ceil(all.length / 2) + 1);
});

test('the server filters as a client would', async () => {
  // The example prints the good way and the bad way with one name for both.
  const [good, bad] = printed('1-efficient-searching-2.js').split('// Bad');
  const { sales } = await run(good, { client: sam }, ['sales']);
  const filtered = await run(`//${bad}`, { client: sam }, ['sales', 'all']);
  assert.ok(filtered.all.length > filtered.sales.length);
  assert.ok(idsOf(sales).includes(recording.id));
  assert.deepEqual(sales, filtered.sales);
  // As TypeScript it does not fit the class: the type of its parameter has no disposition.
  const typescript = printed('javascript-typescript-example.ts').split('// Usage example')[0];
  assert.match(complaintsOf(`${typescript}\nexport const client = new RecordingAPIClient('', '');\n${good}`).join(),
    /^TS2353: .*'disposition'/);
});

test('many holds succeed and fail one by one', async () => {
  const { console, said } = listener();
  const { bulkSetComplianceHold } = await run(printed('3-compliance-hold-management.js'), { client: sam, console },
    ['bulkSetComplianceHold']);
  const ids = [(await upload(aliceToken, call)).id, (await upload(aliceToken, call)).id];
  const results = await bulkSetComplianceHold([...ids, 999999], true);
  assert.deepEqual(said.log, ['Set compliance hold: 2 succeeded, 1 failed']);
  assert.deepEqual(results.map(one => one.value?.complianceHold ?? one.reason.message),
    [true, true, 'Recording not found']);
  await bulkSetComplianceHold(ids, false);
  assert.equal((await sam.getRecording(ids[1])).complianceHold, false);
});

test('storage health is read from the figures', async () => {
  const { console, said } = listener();
  const { checkStorageHealth } = await run(printed('4-monitoring-storage.js'), { client: sam, console },
    ['checkStorageHealth']);
  assert.deepEqual(Object.keys((await checkStorageHealth()).dailyUsage[0]).sort(),
    ['createdAt', 'date', 'id', 'recordingsAdded', 'recordingsDeleted', 'totalFiles', 'totalSizeBytes']);
  assert.match(said.log.join(), /Storage OK: [0-9]+\.[0-9]%$/);
  assert.deepEqual([...said.warn, ...said.error], []);
});

/// An address where nobody listens.
async function deadAddress() {
  const server = http.createServer();
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise(closed => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

test('a request that fails is tried again, later each time', async () => {
  const delays = [];
  const given = { client: sam, setTimeout: (then, delay) => { delays.push(delay); setImmediate(then); } };
  const { requestWithRetry, recordings } = await run(printed('5-error-handling.js'), given,
    ['requestWithRetry', 'recordings']);
  assert.ok(recordings.length > 5);
  assert.deepEqual(delays, []);

  const away = new RecordingAPIClient(await deadAddress(), samToken);
  const clients = [away, away, sam];
  assert.ok((await requestWithRetry(() => clients.shift().searchRecordings({ limit: 100 }))).length > 5);
  assert.deepEqual(delays, [1000, 2000]);
  await assert.rejects(requestWithRetry(() => away.searchRecordings({})), /fetch failed/);

  // "Don't retry auth errors" holds for downloads, whose message has the number; the class' other calls say it in words.
  delays.length = 0;
  const nobody = counting(counting(new RecordingAPIClient(url, 'no.such.token'), 'downloadRecording'), 'searchRecordings');
  await assert.rejects(requestWithRetry(() => nobody.downloadRecording(recording.id)), /401/);
  assert.deepEqual(delays, []);
  await assert.rejects(requestWithRetry(() => nobody.searchRecordings({})), /Unauthorized/);
  assert.deepEqual(delays, [1000, 2000]);
});

test('particular errors are told apart', async () => {
  const example = printed('5-error-handling.ts');
  const tell = async (client, id) => {
    const { console, said } = listener();
    await run(asJavaScript(example.replace('123', id)), { client, console });
    return said.error.join();
  };
  const { id } = await upload(aliceToken, call);
  await sam.setComplianceHold(id, true);
  assert.equal(await tell(sam, id), 'Cannot delete: Recording is under compliance hold');
  assert.equal(await tell(new RecordingAPIClient(url, 'no.such.token'), id), 'Session expired - please login again');
  assert.equal(await tell(sam, 999999), 'Delete failed: Error: Recording not found');
  assert.match(await tell(alice, id), /^Delete failed: Error: .*permission/);
  await sam.setComplianceHold(id, false);
  assert.equal(await tell(sam, id), '');
  await assert.rejects(sam.getRecording(id), /Recording not found/);
  // What is caught is unknown to tsc --strict, so there the example is refused.
  assert.match(complaintsOf(`declare const client: any;\n${example}`).join(), /^TS18046: 'error'/);
});

// Polling

test('polling finds each new recording once', async () => {
  // The clock is ours: a recording that is stored while a poll is under way may be missed by this monitor, and whether
  // one is must not be chance.
  let poll, interval;
  const { console, said } = listener();
  const sent = [];
  await run(printed('polling-strategy.js'), {
    client: sam, console, sendToQASystem: async one => { sent.push(one.id); },
    setInterval: (then, delay) => { poll = then; interval = delay; },
  });
  assert.equal(interval, 60000);
  await poll();
  assert.deepEqual(said, { log: [], warn: [], error: [] });

  const sale = await upload(aliceToken, call, { disposition: 'sale' });
  const other = await upload(aliceToken, call, { disposition: 'no-answer' });
  await poll();
  assert.deepEqual(sent, [sale.id]);
  assert.deepEqual(said.log, ['Found 2 new recordings', `New recording: ${other.id}`, `New recording: ${sale.id}`]);
  await poll();
  assert.equal(said.log.length, 3);
  assert.deepEqual(said.error, []);
});

test('polling survives a server that refuses', async () => {
  let poll;
  const { console, said } = listener();
  const { RecordingMonitor } = await run(printed('polling-strategy.js').split('// Usage')[0],
    { console, setInterval: then => { poll = then; } }, ['RecordingMonitor']);
  const found = [];
  const monitor = new RecordingMonitor(new RecordingAPIClient(url, 'no.such.token'), 1000);
  monitor.onNewRecording(one => found.push(one.id));
  await monitor.start();
  await poll();
  assert.match(said.error.join(), /^Polling error: Error: Unauthorized/);
  const { id } = await upload(aliceToken, call);
  monitor.client = sam; // signed in again: what came meanwhile is found
  await poll();
  assert.deepEqual(found, [id]);
});

// Performance

test('pages are parts of the whole', async () => {
  const { batch1, batch2, all } = await run(printed('performance-tips.js'), { client: sam }, ['batch1', 'batch2', 'all']);
  assert.deepEqual(idsOf([...batch1, ...batch2]), idsOf(all)); // what is heard of a call may come in between
});

test('policies are asked for once in five minutes', async () => {
  const client = counting(sam, 'getRetentionPolicies');
  const { getRetentionPolicies } = await run(printed('performance-tips-2.js'), { client }, ['getRetentionPolicies']);
  assert.equal(await getRetentionPolicies(), await getRetentionPolicies());
  assert.equal(client.calls, 1);
});

test('many downloads at once are each whole', async () => {
  const wanted = [];
  for (let i = 0; i < 12; ++i) {
    const file = tone(`call-${i}.wav`, 1 + i / 10);
    wanted.push({ id: (await upload(aliceToken, file)).id, sum: sha256(fs.readFileSync(file)) });
  }
  const { downloadMultiple } = await run(printed('performance-tips-3.js'), { client: alice }, ['downloadMultiple']);
  const blobs = await downloadMultiple(wanted.map(one => one.id));
  const sums = await Promise.all(blobs.map(async blob => sha256(await blob.arrayBuffer())));
  assert.deepEqual(sums, wanted.map(one => one.sum));
});

test('stream is for playing, and download for a file', async () => {
  const audioElement = {};
  const { blob } = await run(printed('performance-tips-4.js').replaceAll('123', recording.id),
    { client: alice, audioElement }, ['blob']);
  assert.equal(audioElement.src, `${url}/api/recordings/${recording.id}/stream`);
  assert.equal(sha256(await blob.arrayBuffer()), recording.sha256);
});

test('a recording has the printed types', async () => {
  const [object, metadata, policy] = ['', '-2', '-3'].map(n => printed(`common-data-types${n}.ts`));
  const recordings = await sam.searchRecordings({});
  const policies = await sam.getRetentionPolicies();
  assert.ok(recordings.length > 0 && policies.length > 0);
  // Each value is shaped like the type: tsc says so, of the server's own answers.
  // Null stands for what is not known; the document's own types have it for metadata and ids alone.
  const known = value => JSON.parse(JSON.stringify(value), (_, v) => v ?? undefined);
  const text = `type RecordingMetadata = ${metadata}\ntype CallRecording = ${object}\n`
    + `type RecordingRetentionPolicy = ${policy}\n`
    + `const recordings = ${JSON.stringify(recordings.map(one => ({ ...one, metadata: known(one.metadata) })))};\n`
    + 'export const asRecordings: CallRecording[] = recordings;\n'
    + policies.map((one, i) => `const policy${i} = ${JSON.stringify(one)} as const;\n`
      + `export const asPolicy${i}: RecordingRetentionPolicy = policy${i};\n`).join('');
  assert.deepEqual(complaintsOf(text), []);
});

test('every printed example in JavaScript or TypeScript is run somewhere', () => {
  const tests = ['typescript_test.mjs', 'browser_test.mjs']
    .map(name => fs.readFileSync(new URL(name, import.meta.url), 'utf8')).join();
  const unused = printedNames('.js', '.ts').filter(name => !tests.includes(`'${name}'`) && !name.startsWith('common-data'));
  assert.deepEqual(unused, []);
});
