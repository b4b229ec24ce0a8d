#!/usr/bin/env bash
# Fails, and says what to do, where the variable with the role for $ENVIRONMENT isn't set: $ROLE is empty.
set -euo pipefail

if [ -z "${ROLE:-}" ]; then
  echo "::error::there is no role for $ENVIRONMENT: set the variables that docs/pull-requests.md lists, after npm run bootstrap"
  exit 1
fi
