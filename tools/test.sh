#!/bin/sh
# Run all tests, those in a browser included: tools/test.sh FOLDER (of the environment)
# Where no Chromium is to be had, the others run, and the end says loudly what did not.
set -eu

if CHROMIUM=$(sh "$(dirname "$0")/chromium.sh" "$1"); then
    export CHROMIUM
    echo "The browser tests use $CHROMIUM"
    exec "$1/bin/python" -m pytest
fi

"$1/bin/python" -m pytest -m 'not browser'
echo '
********************************************************************************
*  THE BROWSER TESTS DID NOT RUN: there is no Chromium on this machine, and     *
*  none could be installed. Install one, or set CHROMIUM to the path of one.    *
********************************************************************************' >&2
[ "${CI:-}" != true ] || exit 1
