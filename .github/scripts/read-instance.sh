#!/usr/bin/env bash
# Records what npm run pull asks the instance $INSTANCE, into live/.
set -euo pipefail

node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON plan-review/read-instance.ts \
  --instance "$INSTANCE" --region "$REGION" --output live
