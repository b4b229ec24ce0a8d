#!/usr/bin/env bash
# Synthesizes all stacks, and puts what Terraform needs of them into configuration/: nothing else of
# cdktf.out leaves the job, since plan files and states that a run leaves there hold passwords.
set -euo pipefail

rm -rf cdktf.out configuration
npm run synth

for stack in cdktf.out/stacks/*; do
  folder="configuration/$(basename "$stack")"
  mkdir -p "$folder"
  cp "$stack/cdk.tf.json" "$folder/"
  if [ -d "$stack/assets" ]; then cp -R "$stack/assets" "$folder/"; fi
done
# By this name, since artifacts leave hidden files out.
cp .terraform.lock.hcl configuration/terraform.lock.hcl
