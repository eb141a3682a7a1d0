# Sourced by setup.sh. Each part is built when the digest of its sources is not the one it was last built from.

now() { date +%s; }

# Digest of the names and contents of all files below the arguments, less what is built from them.
digest_of() {
    find "$@" \( -name target -o -name build -o -name node_modules -o -path '*/src/test' \) -prune -o -type f -print 2>/dev/null |
        LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum | sha256sum | cut -c1-40
}

build_worker() {
    [ -n "${CADWRIGHT_KERNEL_WORKER:-}" ] && return 0
    digest=$(digest_of lib/kernel/worker)
    if [ -x lib/kernel/worker/build/cadwright-kernel ] && [ "$digest" = "$(cat "$build/worker.digest" 2>/dev/null)" ]; then
        touch "$build/worker.stamp"
        return 0
    fi
    need_worker_packages
    say 'building the kernel worker'
    begin=$(now)
    : >"$build/worker.new"
    sh lib/kernel/worker/build.sh >"$logs/worker.log" 2>&1 || fail 'building the kernel worker' "$logs/worker.log"
    echo "$digest" >"$build/worker.digest"
    mv "$build/worker.new" "$build/worker.stamp"
    say "built the kernel worker in $(($(now) - begin)) s"
}

# The kernels of decoding make it faster; libtorch does their work where they cannot be built.
build_neural() {
    [ -n "${CADWRIGHT_NEURAL_LIBRARY+set}" ] && return 0
    digest=$(digest_of lib/neural/native)
    if [ -f lib/neural/native/build/libcadwright-neural.so ] && [ "$digest" = "$(cat "$build/neural.digest" 2>/dev/null)" ]; then
        touch "$build/neural.stamp"
        return 0
    fi
    need_compiler
    say 'building the kernels of decoding'
    begin=$(now)
    # What was built before does not fit the code of now.
    rm -f lib/neural/native/build/libcadwright-neural.so
    : >"$build/neural.new"
    if sh lib/neural/native/build.sh >"$logs/neural.log" 2>&1; then
        echo "$digest" >"$build/neural.digest"
        say "built the kernels of decoding in $(($(now) - begin)) s"
    else
        say "Hugging Face models will write more slowly: their kernels could not be built ($logs/neural.log)"
    fi
    mv "$build/neural.new" "$build/neural.stamp"
}

# The workers that run OpenSCAD programs and mesh booleans are scripts: only their packages are fetched.
build_mesh() {
    [ -n "${CADWRIGHT_MESH_WORKER:-}" ] && return 0
    digest=$(digest_of lib/kernel/mesh-worker)
    if [ -d lib/kernel/mesh-worker/node_modules ] && [ "$digest" = "$(cat "$build/mesh.digest" 2>/dev/null)" ]; then
        touch "$build/mesh.stamp"
        return 0
    fi
    need_mesh_packages
    say 'fetching the mesh worker'
    begin=$(now)
    : >"$build/mesh.new"
    sh lib/kernel/mesh-worker/build.sh >"$logs/mesh.log" 2>&1 || fail 'fetching the mesh worker' "$logs/mesh.log"
    echo "$digest" >"$build/mesh.digest"
    mv "$build/mesh.new" "$build/mesh.stamp"
    say "fetched the mesh worker in $(($(now) - begin)) s"
}

# Lines "MODULE DIGEST". The root's own files count for every module.
module_digests() {
    common=$(digest_of pom.xml .mvn mvnw)
    sed -n 's|^ *<module>\(.*\)</module>|\1|p' pom.xml | while read -r module; do
        echo "$module $common$(digest_of "$module/pom.xml" "$module/src/main")"
    done
}

build_java() {
    : >"$build/java.new"
    module_digests >"$build/modules.new"
    touch -a "$build/modules"
    if [ -d standalone/target/application ]; then
        changed=$(grep -vxFf "$build/modules" "$build/modules.new" | cut -d' ' -f1 | paste -sd, -)
    else
        changed=all
    fi
    if [ -z "$changed" ]; then
        # What was made from the build is as good as before.
        is_fresh start && start=current || start=stale
        mv "$build/java.new" "$build/java.stamp"
        [ "$start" = stale ] || touch "$build/start.stamp"
        [ -f "$build/class-path" ] && return 0
    fi
    need_maven
    begin=$(now)
    # The Java machine would run the classes of an old cache in place of the new ones.
    rm -f "$build/cli.aot"
    # What was deleted or renamed among the sources must not live on in the build.
    for module in $(if [ "$changed" = all ]; then cut -d' ' -f1 "$build/modules.new"; else echo "$changed" | tr , ' '; fi); do
        rm -rf "$module/target/classes"
    done
    if [ "$changed" = all ]; then
        say 'building the Java modules (a few minutes the first time)'
        run_maven
    elif [ -n "$changed" ]; then
        say "building what has changed: $(echo "$changed" | cut -c1-80)"
        run_maven -pl "$changed" -am -amd
    fi
    write_class_path
    mv "$build/modules.new" "$build/modules"
    [ -f "$build/java.new" ] && mv "$build/java.new" "$build/java.stamp"
    say "built the Java modules in $(($(now) - begin)) s"
}

# Without the network first: it is faster, and often all that is needed is here.
run_maven() {
    log=$logs/java.log
    set -- -B -ntp -q package -Dmaven.test.skip=true "$@"
    if ./mvnw -o "$@" >"$log" 2>&1; then
        return 0
    fi
    grep -qE 'offline mode|has not been downloaded|was not found in|Could not find artifact|resolution is not reattempted' "$log" ||
        fail 'building the Java modules' "$log"
    say 'fetching what is missing'
    ./mvnw "$@" >"$log" 2>&1 || fail 'building the Java modules' "$log"
}

# The command line's own jar first: the fewer jars are searched for a class, the sooner it starts.
write_class_path() {
    application=$root/standalone/target/application
    {
        echo "$application"/standalone-*.jar
        find "$application" -name '*.jar' ! -name 'standalone-*' | LC_ALL=C sort
    } | tr ' ' '\n' | paste -sd: - >"$build/class-path"
}

# A cache of the command line's classes, made by a rehearsal of common commands. It is worth most of the start.
make_cli_cache() {
    read -r class_path <"$build/class-path"
    # Never in the way: a command that starts meanwhile does without.
    if [ -f "$build/cli.aot" ] && ! [ "$build/class-path" -nt "$build/cli.aot" ] &&
        [ -z "$(find standalone/target/application -newer "$build/cli.aot" -name '*.jar' -print -quit)" ]; then
        return 0
    fi
    rm -f "$build/cli.aot"
    if "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:AOTCacheOutput=$build/cli.aot.new" \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dcadwright.root=$root" \
        -cp "$class_path" dev.cadwright.cli.Rehearsal >"$logs/cli-cache.log" 2>&1 9>&- && [ -f "$build/cli.aot.new" ]; then
        mv "$build/cli.aot.new" "$build/cli.aot"
    else
        say "commands will start slowly: their start cache could not be made ($logs/cli-cache.log)"
    fi
}

make_start_caches() {
    begin=$(now)
    read -r class_path <"$build/class-path"
    if [ -f "$build/start.stamp" ] && ! [ "$build/java.stamp" -nt "$build/start.stamp" ]; then
        return 0
    fi
    say 'preparing fast starts of the services (a minute or two, once a build)'
    if "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dcadwright.root=$root" -cp "$class_path" \
        dev.cadwright.standalone.StartCacheMaker "$root" >"$logs/start.log" 2>&1 9>&-; then
        say "prepared fast starts in $(($(now) - begin)) s"
    else
        say "the services will start slowly: their start caches could not be made ($logs/start.log)"
    fi
    : >"$build/start.stamp"
}
