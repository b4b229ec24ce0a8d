#!/usr/bin/env bash
# Keeps one issue open while an environment that is named differs from the code.
set -euo pipefail

node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON plan-review/drift-issue.ts --from artifacts "$@"
