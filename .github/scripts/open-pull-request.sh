#!/usr/bin/env bash
# Opens the pull request with what was pulled of $ENVIRONMENT, if anything was.
set -euo pipefail

node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON plan-review/open-pull-request.ts \
  --environment "$ENVIRONMENT" --from artifacts
