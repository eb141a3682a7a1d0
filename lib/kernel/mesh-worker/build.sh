#!/bin/sh
# Fetches the two packages that package-lock.json pins into node_modules. Needs Node 18 or later and npm.
set -eu
cd "$(dirname "$0")"
# The packages hold no code to be run at their installation; none is run.
npm ci --ignore-scripts --prefer-offline
