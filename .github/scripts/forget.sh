#!/usr/bin/env bash
# Deletes what must not stay on the machine: plans, and a state that was not taken.
set -euo pipefail
# shellcheck source=.github/scripts/environment.sh
source "$(dirname "$0")/environment.sh"

rm -rf "$secret" "$stack/errored.tfstate"
