# Sourced by setup.sh. Installs packages of the distribution.

occt_packages='cmake g++ make libocct-modeling-algorithms-dev libocct-data-exchange-dev'

# The command that runs its arguments as root without asking; empty output when there is none.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        echo env
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        echo 'sudo -n'
    fi
}

# install PURPOSE PACKAGE...
install() {
    purpose=$1
    shift
    run=$(as_root)
    if [ -z "$run" ] || ! command -v apt-get >/dev/null 2>&1; then
        say "$purpose needs packages of the system. Install them, then run this again:"
        if command -v apt-get >/dev/null 2>&1; then
            say "  sudo apt-get install $*"
        else
            say "  what your system calls: $*"
        fi
        exit 3
    fi
    say "installing for $purpose: $*"
    log=$logs/packages.log
    apt="$run DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends"
    $apt install "$@" >"$log" 2>&1 ||
        { $apt update >>"$log" 2>&1 && $apt install "$@" >>"$log" 2>&1; } ||
        fail 'installing packages' "$log"
}

need_worker_packages() {
    if command -v cmake >/dev/null 2>&1 && { command -v c++ || command -v g++; } >/dev/null 2>&1 &&
        [ -n "$(find /usr/include/opencascade /usr/local/include/opencascade -name Standard_Version.hxx 2>/dev/null)" ] &&
        [ -n "$(find /usr/include/opencascade /usr/local/include/opencascade -name STEPControl_Reader.hxx 2>/dev/null)" ]; then
        return 0
    fi
    install 'the CAD kernel' $occt_packages
}

need_compiler() {
    if command -v cmake >/dev/null 2>&1 && { command -v c++ || command -v g++; } >/dev/null 2>&1; then
        return 0
    fi
    install 'the kernels of decoding' cmake g++ make
}

# Node 18 or later, npm, and the fonts that OpenSCAD's text() is drawn with.
need_mesh_packages() {
    packages=
    command -v node >/dev/null 2>&1 || packages="$packages nodejs"
    command -v npm >/dev/null 2>&1 || packages="$packages npm"
    [ -n "${CADWRIGHT_FONTS:-}" ] ||
        [ -n "$(find /usr/share/fonts -name LiberationSans-Regular.ttf -print -quit 2>/dev/null)" ] ||
        packages="$packages fonts-liberation"
    [ -z "$packages" ] || install 'OpenSCAD programs' $packages
    version=$(node --version)
    version=${version#v}
    if [ "${version%%.*}" -lt 18 ]; then
        say "OpenSCAD programs need Node 18 or later; this is $version"
        exit 3
    fi
}

# The wrapper fetches its Maven with any other Maven, unless it has it already.
need_maven() {
    version=$(sed -n 's/^version=//p' mvnw)
    [ -x "${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/apache-maven-$version/bin/mvn" ] && return 0
    command -v mvn >/dev/null 2>&1 || install 'the Java build' maven
}
