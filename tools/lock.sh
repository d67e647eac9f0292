#!/bin/sh
# Pin every package with its hashes, for Linux, macOS and Windows: tools/lock.sh FOLDER (of the environment)
# The versions allowed stand in pyproject.toml. UPGRADE='' keeps the present ones as far as possible.
set -eu

uv=$(command -v uv) || {
    "$1/bin/python" -m pip install --quiet --disable-pip-version-check uv
    uv=$1/bin/uv
}

lock() {
    # One version for every Python (fewest), so that all make the same pages; wheels only, so that installing
    # runs no code; no address of a package index, so that any mirror serves.
    "$uv" pip compile "$@" --universal --python-version 3.11 --fork-strategy fewest \
        --only-binary :all: --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
        ${UPGRADE---upgrade}
}

lock pyproject.toml --group install --extra test --output-file requirements-test.txt
# The same versions for both: what the tests prove is what the site is made with.
lock pyproject.toml --group install --constraints requirements-test.txt --output-file requirements.txt
lock --group themes --constraints requirements-test.txt --output-file requirements-themes.txt
