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

# The wrapper fetches its Maven with any other Maven, unless it has it already.
need_maven() {
    version=$(sed -n 's/^version=//p' mvnw)
    [ -x "${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/apache-maven-$version/bin/mvn" ] && return 0
    command -v mvn >/dev/null 2>&1 || install 'the Java build' maven
}
