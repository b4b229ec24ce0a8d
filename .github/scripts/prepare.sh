#!/usr/bin/env bash
# Looks at the configuration of one environment before there are credentials, and gives Terraform the
# checksums of the provider. $ROLE is the role that the next step takes.
set -euo pipefail
# shellcheck source=.github/scripts/environment.sh
source "$(dirname "$0")/environment.sh"

"$(dirname "$0")/require-role.sh"
if [ ! -f "$stack/cdk.tf.json" ]; then
  echo "::error::there is no $stack: the workflow names an environment that kwglobal.ts does not have"
  exit 1
fi
plan_review check-configuration "$stack"
# The checksums of the reviewed code: those that came with the configuration nobody has looked at.
cp .terraform.lock.hcl "$stack/.terraform.lock.hcl"
