# Sourced. Tells whether a part is built from the sources as they are. Expects: root, build.
#
# A look at the times of files answers in milliseconds. It may cry wolf (a checkout touches files without changing
# them); setup.sh then compares digests and builds nothing.

is_fresh() {
    case $1 in
        worker)
            [ -n "${CADWRIGHT_KERNEL_WORKER:-}" ] && return 0
            [ -x "$root/lib/kernel/worker/build/cadwright-kernel" ] && untouched worker lib/kernel/worker
            ;;
        mesh)
            [ -n "${CADWRIGHT_MESH_WORKER:-}" ] && return 0
            [ -d "$root/lib/kernel/mesh-worker/node_modules" ] && untouched mesh lib/kernel/mesh-worker
            ;;
        neural)
            [ -n "${CADWRIGHT_NEURAL_LIBRARY+set}" ] && return 0
            untouched neural lib/neural/native
            ;;
        java)
            [ -f "$build/class-path" ] && untouched java pom.xml .mvn lib ./*-service standalone
            ;;
        start)
            [ -f "$build/start.stamp" ] && ! [ "$build/java.stamp" -nt "$build/start.stamp" ]
            ;;
    esac
}

untouched() {
    stamp=$build/$1.stamp
    shift
    [ -f "$stamp" ] || return 1
    [ -z "$(cd "$root" && find "$@" \( -name target -o -name build -o -name node_modules -o -path '*/src/test' -o \
        \( -path lib/kernel/worker -o -path lib/kernel/mesh-worker -o -path lib/neural/native \) -a ! -path "$1" \) -prune -o -newer "$stamp" ! -name '.jqwik*' -print -quit 2>/dev/null)" ]
}
