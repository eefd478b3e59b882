#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install-packages.sh FOLDER: puts the packages of package-lock.json into FOLDER, unless they are there already. The
# source tree stays as it is.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
folder=$1
if cmp -s "$here/package-lock.json" "$folder/installed"; then exit 0; fi
mkdir -p "$folder"
cp "$here/package.json" "$here/package-lock.json" "$folder"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error
cp "$here/package-lock.json" "$folder/installed"
