# shellcheck shell=bash
# Where the scripts for one environment keep things, and how they run Terraform. $ENVIRONMENT names
# the environment; the scripts run in the project's folder.
: "${ENVIRONMENT:?must name an environment of kwglobal.ts}"
: "${RUNNER_TEMP:?must name the folder of the job for what is not kept}"

# What the synth job made, which had no credentials.
stack="configuration/kwglobal-$ENVIRONMENT"

# Plans hold passwords in clear: they lie outside of the folder from which artifacts are uploaded,
# and for this user only.
secret="$RUNNER_TEMP/plan-$ENVIRONMENT"
umask 077

# What people and later jobs are shown of a plan.
review="review-$ENVIRONMENT"

export CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1 TF_INPUT=0

# Each Terraform process builds the schemas of all of AWS, a third of which is collecting garbage: it is
# left lying up to this much memory.
export GOGC=off GOMEMLIMIT=1GiB

# Amazon Connect takes 2 requests a second of an operation: more at a time only means retries.
parallelism=4

# Runs a script of plan-review/: Node 24 runs TypeScript, and nothing comes from npm.
plan_review() {
  node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON "plan-review/$1.ts" "${@:2}"
}

# Runs a command that shows others' texts, such as the names in a plan. Until it ends the runner takes
# no line of the log for a command: only a word that nobody can know ends that.
quoted() {
  local token status=0
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$token"
  "$@" 2>&1 || status=$?
  printf '\n::%s::\n' "$token"
  return "$status"
}

terraform_init() {
  quoted terraform -chdir="$stack" init -no-color -lockfile=readonly
}

# Plans with the options given. Sets $changes to whether an apply would do anything. What Terraform
# says of the plan stays with it, since nobody has masked that; errors are shown.
terraform_plan() {
  mkdir -p "$secret"
  local status=0
  quoted plan_into_files "$@" || status=$?
  case $status in
    0) changes=false ;;
    2) changes=true ;;
    *) return "$status" ;;
  esac
}

plan_into_files() {
  local status=0
  terraform -chdir="$stack" plan -no-color -detailed-exitcode -parallelism=$parallelism \
    -out="$secret/plan" "$@" > "$secret/plan.log" || status=$?
  if [ "$status" != 0 ] && [ "$status" != 2 ]; then return "$status"; fi
  terraform -chdir="$stack" show -no-color "$secret/plan" > "$secret/plan.txt" || return 1
  terraform -chdir="$stack" show -no-color -json "$secret/plan" > "$secret/plan.json" || return 1
  return "$status"
}

# Makes of the plan what may be shown, and shows it at the job.
show_plan() {
  plan_review review "$ENVIRONMENT" --plan "$secret/plan.json" --text "$secret/plan.txt" \
    --output "$review" --digest-file "$secret/review-digest" --summary "$GITHUB_STEP_SUMMARY" "$@"
}

# What the commits from $FROM to $TO allow in `Allows:` trailers, as options --allow.
read_allowed() {
  local allowances allowance
  allowances=$(plan_review allowed "${FROM:?}" "${TO:?}")
  allow=()
  while IFS= read -r allowance; do
    [ -z "$allowance" ] || allow+=(--allow "$allowance")
  done <<< "$allowances"
}
