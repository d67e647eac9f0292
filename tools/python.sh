#!/bin/sh
# Print the Python that the environment is made with: 3.11 or newer, able to make environments.
# PYTHON names one; otherwise the first that serves of those usually installed.
set -eu

too_old='import sys; sys.exit(sys.version_info < (3, 11))'
# Debian and Ubuntu take ensurepip out of python3 and put it into python3-venv.
complete='import ensurepip, venv'
seen=''

for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    version=$("$name" -c 'import platform; print(platform.python_version())' 2>/dev/null) || continue
    if ! "$name" -c "$too_old"; then
        seen="$seen
  $name is Python $version: too old"
    elif ! "$name" -c "$complete" 2>/dev/null; then
        seen="$seen
  $name is Python $version, but cannot make environments: it has no ensurepip"
        lacking=${lacking:-$name}
    else
        echo "$name"
        exit 0
    fi
done

if [ -n "${lacking:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    package=$("$lacking" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    echo "$lacking has no ensurepip: installing $package" >&2
    apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "$package" >&2 || true
    if "$lacking" -c "$complete" 2>/dev/null; then
        echo "$lacking"
        exit 0
    fi
fi

{
    if [ -n "${PYTHON:-}" ]; then
        echo "PYTHON=$PYTHON does not serve: Python 3.11 or newer is needed.${seen:-
  $PYTHON does not run}"
    else
        echo "No Python 3.11 or newer was found.$seen"
    fi
    echo "Install one, or name one: make site PYTHON=/path/to/python3.12"
    [ -z "${lacking:-}" ] || echo "On Debian and Ubuntu, 'apt-get install python3-venv' completes the one that is there."
} >&2
exit 1
