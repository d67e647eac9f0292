#!/bin/sh
# Print the path of a Chromium for the browser tests: tools/chromium.sh FOLDER (of the environment)
# The one named by CHROMIUM; else one on the machine; else Debian's, as root; else Playwright's own.
set -eu

works() { "$1" --version >/dev/null 2>&1; }

if [ -n "${CHROMIUM:-}" ]; then
    works "$CHROMIUM" || { echo "CHROMIUM=$CHROMIUM does not run." >&2; exit 1; }
    echo "$CHROMIUM"
    exit 0
fi

on_machine() {
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        path=$(command -v "$name") || continue
        if works "$path"; then
            echo "$path"
            return 0
        fi
    done
    return 1
}

on_machine && exit 0

if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
    echo "No Chromium on this machine: installing Debian's" >&2
    if apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends chromium >&2; then
        on_machine && exit 0
    fi
fi

echo "No Chromium on this machine: asking Playwright for its own" >&2
if "$1/bin/playwright" install chromium >&2; then
    path=$("$1/bin/python" -c 'from playwright.sync_api import sync_playwright as start
with start() as p: print(p.chromium.executable_path)')
    if works "$path"; then
        echo "$path"
        exit 0
    fi
fi
exit 1
