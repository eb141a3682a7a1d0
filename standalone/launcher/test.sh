#!/bin/sh
# Formatting, compiler checks, and all tests, of all modules or of those named. Ends with the counts of each module.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
launcher=$root/standalone/launcher
. "$launcher/jdk.sh"
cd "$root"
sh "$launcher/setup.sh" worker neural
sh "$launcher/setup.sh" mesh || {
    # Who looks at a green check must be able to trust that all was tested.
    [ "${CI:-}" != true ] || exit 3
    echo 'cadwright: the tests of OpenSCAD and of mesh booleans are skipped' >&2
}
# Sourced for need_maven and what it calls.
say() { echo "cadwright: $*" >&2; }
[ -n "${CADWRIGHT_NEURAL_LIBRARY+set}" ] || [ -f lib/neural/native/build/libcadwright-neural.so ] || {
    [ "${CI:-}" != true ] || exit 3
    say 'the tests of the kernels of decoding are skipped'
}
logs=$build/logs
mkdir -p "$logs"
. "$launcher/packages.sh"
need_maven

log=$logs/test.log
modules=
for module in "$@"; do
    module=${module%/}
    [ -f "$module/pom.xml" ] || {
        say "there is no module \"$module\"; name folders, for example lib/cad"
        exit 2
    }
    modules=${modules:+$modules,}$module
done

# Prints what matters of Maven's output as it comes; all of it is in the log.
watch_maven() {
    tee "$log" | grep --line-buffered -E '^\[INFO\] (Building Cadwright|Tests run:|BUILD)|^\[(ERROR|WARNING)\] .*Tests run:|^\[ERROR\]|^Tests run:' |
        grep --line-buffered -vE '\[Help 1\]|re-run Maven|full stack trace|For more information|^\[ERROR\] *$|\(default-test\)' || true
}

# The dependencies are asked for without the network where they are all here.
offline=
if [ -f "$build/tested" ]; then offline=-o; fi

run_tests() {
    rm -f "$build/test.failed"
    { ./mvnw -B -ntp -T 2 --fail-at-end $offline spotless:check verify ${modules:+-pl "$modules" -am} 2>&1 ||
        : >"$build/test.failed"; } | watch_maven
    ! [ -f "$build/test.failed" ]
}

begin=$(date +%s)
find . -name surefire-reports -path '*/target/*' -prune -exec rm -rf {} +
status=0
run_tests || status=1
if [ $status = 1 ] && [ -n "$offline" ] && grep -qE 'offline mode|has not been downloaded' "$log"; then
    offline=
    status=0
    run_tests || status=1
fi

echo
find . -path '*/target/surefire-reports/*.txt' | LC_ALL=C sort | while read -r report; do
    module=${report#./}
    echo "${module%%/target/*} $(grep '^Tests run:' "$report")"
done | awk '{
        gsub(/,/, "")
        ran[$1] += $4; failed[$1] += $6 + $8; skipped[$1] += $10; seconds[$1] += $13
        if (!($1 in seen)) { order[++count] = $1; seen[$1] }
    }
    END {
        printf "%-24s %7s %7s %7s %9s\n", "MODULE", "TESTS", "FAILED", "SKIPPED", "SECONDS"
        for (i = 1; i <= count; i++) {
            m = order[i]; total += ran[m]; bad += failed[m]; out += skipped[m]
            printf "%-24s %7d %7d %7d %9.1f\n", m, ran[m], failed[m], skipped[m], seconds[m]
        }
        printf "\nTests run: %d, Failures: %d, Errors: 0, Skipped: %d\n", total, bad, out
        printf "%d passed, %d failed, %d skipped\n", total - bad - out, bad, out
    }'
if [ $status = 0 ]; then
    : >"$build/tested"
    say "all is well, after $(($(date +%s) - begin)) s"
else
    say "failed after $(($(date +%s) - begin)) s; the whole log: $log"
fi
exit $status
