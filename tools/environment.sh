#!/bin/sh
# Make or renew the project's own environment: tools/environment.sh FOLDER REQUIREMENTS
# Each package is checked against its hash in REQUIREMENTS; a run that finds nothing to do takes no time.
set -eu

folder=$1
requirements=$2
here=$(dirname "$0")
python=$folder/bin/python
done_file=$folder/.installed

# The folder too: an environment that was moved no longer works.
wanted="$(cat "$requirements" pyproject.toml | cksum) $(pwd)"
runs() { "$python" -c 'import pip' 2>/dev/null; }

if [ -f "$done_file" ] && runs; then
    # requirements-test.txt holds all of requirements.txt: the larger environment serves for both.
    while IFS= read -r line; do
        [ "$line" != "$wanted" ] || exit 0
    done <"$done_file"
fi

rm -f "$done_file"
if ! runs; then
    base=$(sh "$here/python.sh")
    echo "Making the environment $folder with $base ($("$base" --version))"
    "$base" -m venv --clear "$folder"
fi
echo "Installing what $requirements lists (the first time takes a minute or two)"
# On a terminal pip shows its progress bars; in a log only what went wrong.
install() { "$python" -m pip install $([ -t 1 ] || echo --quiet) --disable-pip-version-check "$@"; }
install --only-binary :all: --require-hashes --requirement "$requirements"
install --no-deps --no-build-isolation --editable .
case $requirements in
    requirements.txt) ;;
    *) echo "$(cat requirements.txt pyproject.toml | cksum) $(pwd)" >"$done_file" ;;
esac
echo "$wanted" >>"$done_file"
