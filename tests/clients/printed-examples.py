#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""printed-examples.py FOLDER: writes the examples that contract/recording-api.md prints, to the byte, as files of FOLDER.

A file is named after the heading that its example stands under: "polling-strategy.js"; a second one of the same language
under that heading is "performance-tips-2.js".
"""
import hashlib
import pathlib
import re
import sys

# The document is other people's: what it prints is run as it stands, or the tests prove nothing.
AS_GIVEN = '6687249f7046c8f2afbe55fc86fb9f076e9ec7efcb82fdac704ac97e463af53e'
EXTENSIONS = {'bash': 'sh', 'javascript': 'js', 'typescript': 'ts', 'python': 'py', 'json': 'json', 'html': 'html'}


def main(folder):
    document = (pathlib.Path(__file__).parent / 'contract' / 'recording-api.md').read_bytes()
    if hashlib.sha256(document).hexdigest() != AS_GIVEN:
        sys.exit('contract/recording-api.md is not the document as it was given; its examples must stay unchanged.')
    folder.mkdir(parents=True, exist_ok=True)
    title = ''
    seen = {}
    lines = iter(document.decode('utf-8').splitlines(keepends=True))
    for line in lines:
        if line.startswith('#'):
            title = re.sub(r'[^a-z0-9]+', '-', line.lower()).strip('-')
        if not line.startswith('```'):
            continue
        extension = EXTENSIONS.get(line.strip('`\n'))
        text = ''.join(iter(lambda: next(lines), '```\n'))
        if extension is None:
            continue  # headers of an answer, shown for reading
        name = f'{title}.{extension}'
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            name = f'{title}-{seen[name]}.{extension}'
        (folder / name).write_text(text, encoding='utf-8')


main(pathlib.Path(sys.argv[1]))
