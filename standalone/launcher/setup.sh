#!/bin/sh
# Installs and builds what is missing or has changed. Arguments: the parts wanted, of: worker java start; or all.
# Prints short lines; each step's whole output is in a file, named when the step fails.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
launcher=$root/standalone/launcher
. "$launcher/jdk.sh"
. "$launcher/fresh.sh"
logs=$build/logs
mkdir -p "$logs"
cd "$root"

say() { echo "cadwright: $*" >&2; }

fail() {
    say "$1 failed. The last lines:"
    grep -E 'ERROR|error:|Error|E: |Exception' "$2" | tail -n 8 >&2 || tail -n 8 "$2" >&2
    say "the whole log: $2"
    exit 3
}

# One setup at a time; another waits, and then finds the work done.
if command -v flock >/dev/null 2>&1; then
    exec 9>"$build/lock"
    flock 9
fi

digest() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum "$@"; else cksum "$@"; fi
}

# Digest of the names and contents of all files below the arguments, less what is built from them.
digest_of() {
    find "$@" \( -name target -o -name build -o -path '*/src/test' \) -prune -o -type f -print 2>/dev/null |
        LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum | digest | cut -c1-40
}

. "$launcher/packages.sh"
. "$launcher/build.sh"

[ "${1:-all}" = all ] && set -- worker java start
for part in "$@"; do
    case $part in
        worker) build_worker ;;
        java) build_java && make_cli_cache ;;
        start) make_start_caches ;;
        *) say "there is no part \"$part\"; the parts are worker, java and start" && exit 2 ;;
    esac
done
