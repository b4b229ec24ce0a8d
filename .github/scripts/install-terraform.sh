#!/usr/bin/env bash
# Installs Terraform for the steps that follow. The checksum is pinned here, where an action for it
# would take what it is given.
set -euo pipefail

version=1.11.4
checksum=1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc
folder="$RUNNER_TEMP/terraform-$version"
archive="$RUNNER_TEMP/terraform.zip"

curl --fail --silent --show-error --location --proto '=https' --retry 3 --output "$archive" \
  "https://releases.hashicorp.com/terraform/$version/terraform_${version}_linux_amd64.zip"
echo "$checksum  $archive" | sha256sum --check --strict --quiet
unzip -q -o "$archive" terraform -d "$folder"
echo "$folder" >> "$GITHUB_PATH"
