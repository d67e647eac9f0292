#!/bin/sh
# Install the themes and builders of others that the pages are tested with: tools/themes.sh FOLDER
# They stand apart from the project's own environment, which need not carry their 190 MB.
set -eu

folder=$1
here=$(dirname "$0")
wanted=$(cksum <requirements-themes.txt)
[ "$(cat "$folder/.installed" 2>/dev/null)" != "$wanted" ] || exit 0
"$(sh "$here/python.sh")" -m venv --clear "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes \
    --requirement requirements-themes.txt
echo "$wanted" >"$folder/.installed"
