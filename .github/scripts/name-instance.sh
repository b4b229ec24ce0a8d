#!/usr/bin/env bash
# Writes the outputs `instance` and `region` of $ENVIRONMENT, as kwglobal.ts says.
set -euo pipefail

npx --no-install ts-node commands/name-instance.ts "$ENVIRONMENT" >> "$GITHUB_OUTPUT"
