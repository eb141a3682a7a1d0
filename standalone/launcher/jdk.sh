# Sourced. Sets and exports JAVA_HOME to a JDK 25, or ends with advice. Expects: root.
# What was found is kept in a file, so that later starts need not look again.

build=$root/.cadwright/build

# Whether a folder is a JDK of release 25, without starting it.
is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
    while read -r line; do
        case $line in 'JAVA_VERSION="25"' | 'JAVA_VERSION="25.'*) return 0 ;; esac
    done <"$1/release"
    return 1
}

find_jdk_25() {
    for candidate in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* /opt/* /usr/local/lib/jvm/*; do
        is_jdk_25 "$candidate" && {
            echo "$candidate"
            return 0
        }
    done
    on_path=$(command -v javac) || return 1
    on_path=$(readlink -f "$on_path") || return 1
    is_jdk_25 "${on_path%/bin/javac}" && echo "${on_path%/bin/javac}"
}

use_jdk_25() {
    if is_jdk_25 "${JAVA_HOME:-/nonexistent}"; then
        return 0
    fi
    JAVA_HOME=
    [ -f "$build/jdk" ] && read -r JAVA_HOME <"$build/jdk"
    if [ -z "$JAVA_HOME" ] || ! [ -x "$JAVA_HOME/bin/javac" ]; then
        JAVA_HOME=$(find_jdk_25) || {
            echo 'cadwright: a JDK 25 is needed, and none was found in JAVA_HOME or the usual folders.' >&2
            echo '  Debian, Ubuntu:  apt-get install openjdk-25-jdk-headless   (where the release has it)' >&2
            echo '  anywhere:        sdk install java 25-tem                   (SDKMAN), then run this again' >&2
            exit 3
        }
        mkdir -p "$build"
        echo "$JAVA_HOME" >"$build/jdk"
    fi
}

use_jdk_25
export JAVA_HOME
