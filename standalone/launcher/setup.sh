#!/bin/sh
# Installs and builds what is missing or has changed. Arguments: the parts wanted, of: worker mesh neural java start; or all.
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
    say "$1 failed:"
    { grep -m 6 -E '^\[ERROR\] |error: |^E: |^Exception|^Caused by' "$2" || tail -n 8 "$2"; } | cut -c1-300 >&2
    say "the whole log: $2"
    exit 3
}

# One setup at a time; another waits, and then finds the work done.
if command -v flock >/dev/null 2>&1; then
    exec 9>"$build/lock"
    flock 9
fi

. "$launcher/packages.sh"
. "$launcher/build.sh"

[ "${1:-all}" = all ] && set -- worker mesh neural java start
for part in "$@"; do
    case $part in
        worker) build_worker ;;
        mesh) build_mesh ;;
        neural) build_neural ;;
        java) build_java && make_cli_cache ;;
        start) make_start_caches ;;
        *) say "there is no part \"$part\"; the parts are worker, mesh, neural, java and start" && exit 2 ;;
    esac
done
