// SPDX-License-Identifier: GPL-3.0-or-later
// The document's TypeScript and JavaScript, and how it is made to run.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const packages = process.env.HOLDFAST_NODE_PACKAGES;

/// Whole modules from the build folder; this file lies in the source tree, which has no node_modules.
export function fromBuildFolder(name) {
  assert.ok(fs.existsSync(path.join(packages, 'node_modules', name)),
    `${name} is not in ${packages}; ./test.sh installs it (tests/clients/install-packages.sh ${packages})`);
  return createRequire(path.join(packages, 'package.json'))(name);
}

const folder = process.env.HOLDFAST_EXAMPLES;

export function printed(name) {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

export function printedNames(...extensions) {
  return fs.readdirSync(folder).filter(name => extensions.includes(path.extname(name))).sort();
}

const libraries = new Map(); // tsc's own files, read once for all examples

/// What tsc has to say of a text, as "TS2322: …"; empty where it is content.
export function complaintsOf(text) {
  const ts = fromBuildFolder('typescript');
  const options = {
    strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022,
    moduleDetection: ts.ModuleDetectionKind.Force, // the examples await at their top
  };
  const file = 'example.ts';
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => {
    if (name === file)
      return ts.createSourceFile(name, text, version);
    if (!libraries.has(name))
      libraries.set(name, read(name, version));
    return libraries.get(name);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(found => `TS${found.code}: ${ts.flattenDiagnosticMessageText(found.messageText, '\n')}`);
}

/// The types taken off, and nothing else.
export function asJavaScript(text) {
  const ts = fromBuildFolder('typescript');
  return ts.transpile(text, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 });
}

const AsyncFunction = (async () => {}).constructor;

/// Runs an example, which may await, where `given` names what it takes from around it. Returns what it declares under
/// the names in `wanted`.
export function run(text, given = {}, wanted = []) {
  return new AsyncFunction(...Object.keys(given), `${text}\nreturn { ${wanted.join(', ')} };`)(...Object.values(given));
}

/// What an example says, by console method.
export function listener() {
  const said = { log: [], warn: [], error: [] };
  const console = Object.fromEntries(Object.keys(said).map(way => [way, (...words) => said[way].push(words.join(' '))]));
  return { console, said };
}

export function printedClass() {
  return run(asJavaScript(printed('javascript-typescript-example.ts').split('// Usage example')[0]), {},
    ['RecordingAPIClient']).then(declared => declared.RecordingAPIClient);
}
