#!/usr/bin/env bash
# Plans one environment anew, and applies that very plan if the gate lets it through and it does what
# was reviewed: $REVIEWED is the digest of the plan that people have approved.
set -euo pipefail
# shellcheck source=.github/scripts/environment.sh
source "$(dirname "$0")/environment.sh"
: "${REVIEWED:?must be the digest of the plan that was reviewed}"

# Terraform takes an empty text for a mistake, and GitHub gives one for a secret that isn't set.
if [ -z "${TF_VAR_initial_passwords:-}" ]; then unset TF_VAR_initial_passwords; fi

read_allowed
terraform_init
terraform_plan -lock-timeout=5m
if ! plan_review judge "$secret/plan.json" "${allow[@]}" --expect-digest "$REVIEWED"; then
  show_plan "${allow[@]}"
  echo "::error::nothing was applied to $ENVIRONMENT: the log says why, and the summary shows what would be done now; run the whole workflow again to review that"
  exit 1
fi
plan_review first-passwords "$secret/plan.json"

if ! quoted terraform -chdir="$stack" apply -no-color -parallelism=$parallelism -lock-timeout=5m "$secret/plan"; then
  # Terraform keeps the state here when the bucket didn't take it; the machine is gone in a minute.
  if [ -f "$stack/errored.tfstate" ]; then
    quoted terraform -chdir="$stack" state push -lock-timeout=5m errored.tfstate ||
      echo "::error::the state of $ENVIRONMENT was not taken by its bucket: npm run adopt finds what was made"
  fi
  echo "::error::the apply of $ENVIRONMENT broke off: run the whole workflow again, it goes on where this stopped"
  exit 1
fi

terraform_plan -lock-timeout=5m
if [ "$changes" = true ]; then
  show_plan
  echo "::error::$ENVIRONMENT was applied, and Terraform still finds something to change: the summary shows what"
  exit 1
fi
echo "$ENVIRONMENT was applied, and a second plan finds nothing to change" | tee -a "$GITHUB_STEP_SUMMARY"
