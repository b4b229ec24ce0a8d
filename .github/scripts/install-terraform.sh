#!/usr/bin/env bash
# Installs Terraform for the steps that follow. Version and checksum are pinned in .terraform.sha256,
# where an action for it would take what it is given.
set -euo pipefail

pin=$(grep '_linux_amd64\.zip$' "$(dirname "$0")/../../.terraform.sha256")
archive=${pin##* }
version=$(cut -d _ -f 2 <<< "$archive")
folder="$RUNNER_TEMP/terraform-$version"

cd "$RUNNER_TEMP"
curl --fail --silent --show-error --location --proto '=https' --retry 3 --output "$archive" \
  "https://releases.hashicorp.com/terraform/$version/$archive"
sha256sum --check --strict --quiet <<< "$pin"
unzip -q -o "$archive" terraform -d "$folder"
echo "$folder" >> "$GITHUB_PATH"
