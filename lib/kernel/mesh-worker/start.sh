#!/bin/sh
# Starts a worker: start.sh openscad|manifold. Needs Node 18 or later and what build.sh fetched.
#
# A program may recurse as deep as OpenSCAD's own check allows, which takes far more of the machine's stack than it has
# by default. The data limit holds what the worker's own bookkeeping does not see. Node's permission model, where there
# is one, leaves the process this folder and the fonts to read, and no process to start.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
node=${CADWRIGHT_NODE:-node}
stack=260000
ulimit -s $((stack + 24000)) 2>/dev/null || stack=900
ulimit -d "${CADWRIGHT_WORKER_DATA:-4194304}" 2>/dev/null || true
ulimit -c 0
set -- "$here/source/main.js" "$@"
jail=
case $("$node" --version) in
    v20.* | v21.* | v22.*) jail=--experimental-permission ;;
    v2[3-9].* | v[3-9]?.*) jail=--permission ;;
esac
if [ -n "$jail" ]; then
    [ -z "${CADWRIGHT_FONTS:-}" ] || set -- "--allow-fs-read=$CADWRIGHT_FONTS/" "$@"
    set -- "$jail" "--allow-fs-read=$here/" "$@"
fi
exec "$node" --no-warnings --expose-gc --stack-size=$stack --max-old-space-size=512 "$@"
