#!/usr/bin/env bash
# Tells the pull request what it would change, in each environment that is named.
set -euo pipefail

node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON plan-review/comment.ts \
  --pull-request "$PULL_REQUEST" --commit "$COMMIT" --from artifacts "$@"
