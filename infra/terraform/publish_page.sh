#!/usr/bin/env bash
# Puts a built page online. Where Amplify builds a connected repository itself, it is told to; elsewhere the folder is
# uploaded, with its config.json.
#   publish_page.sh APP_ID BRANCH FOLDER CONFIG
set -euo pipefail

app=$1 branch=$2 folder=$3 config=$4

wait_for() { # wait_for JOB: until Amplify has done it
  local status
  for _ in $(seq 60); do
    status=$(aws amplify get-job --app-id "$app" --branch-name "$branch" --job-id "$1" \
      --query job.summary.status --output text)
    case $status in
      SUCCEED) echo "The page is online." && return ;;
      FAILED | CANCELLED) echo "Amplify's job $1 ended as $status." >&2 && return 1 ;;
    esac
    sleep 10
  done
  echo "Amplify's job $1 takes more than ten minutes." >&2
  return 1
}

repository=$(aws amplify get-app --app-id "$app" --query app.repository --output text)
if [ "$repository" != None ]; then
  job=$(aws amplify start-job --app-id "$app" --branch-name "$branch" --job-type RELEASE \
    --query jobSummary.jobId --output text)
  wait_for "$job"
  exit
fi

printf '%s' "$config" >"$folder/config.json"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
archive=$place/page.zip
(cd "$folder" && zip --quiet --recurse-paths "$archive" .)
read -r job address < <(aws amplify create-deployment --app-id "$app" --branch-name "$branch" \
  --query '[jobId, zipUploadUrl]' --output text)
curl --fail --silent --show-error --upload-file "$archive" "$address"
aws amplify start-deployment --app-id "$app" --branch-name "$branch" --job-id "$job" >/dev/null
wait_for "$job"
