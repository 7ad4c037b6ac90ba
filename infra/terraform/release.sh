#!/usr/bin/env bash
# Moves a function's alias to a version step by step: a tenth of the calls for five minutes, then all of them. Back to
# where it was as soon as an alarm goes off. Then deletes old versions, for each keeps a snapshot that is paid for.
#   release.sh FUNCTION ALIAS VERSION ALARM...
set -euo pipefail

function_name=$1 alias_name=$2 new=$3
alarms=("${@:4}")
share=0.1
rounds=10
pause=30 # seconds
kept=3   # versions, to roll back to

point() { # point VERSION ROUTING: where calls go
  aws lambda update-alias --function-name "$function_name" --name "$alias_name" \
    --function-version "$1" --routing-config "$2" >/dev/null
}

ringing() { # alarms that go off now
  aws cloudwatch describe-alarms --alarm-names "${alarms[@]}" --state-value ALARM \
    --query 'MetricAlarms[].AlarmName' --output text
}

tidy() { # deletes all versions but the alias's own and the newest besides
  aws lambda list-versions-by-function --function-name "$function_name" \
    --query 'Versions[].[Version]' --output text |
    grep -vxF -e "\$LATEST" -e "$new" | sort -rn | tail -n "+$kept" |
    while read -r version; do
      aws lambda delete-function --function-name "$function_name" --qualifier "$version" >/dev/null
      echo "$function_name: version $version is deleted."
    done
}

old=$(aws lambda get-alias --function-name "$function_name" --name "$alias_name" \
  --query FunctionVersion --output text)
if [ "$old" = "$new" ]; then
  echo "$function_name: version $new is live already."
  exit 0
fi

echo "$function_name: version $new takes a tenth of the calls, version $old the rest."
trap 'point "$old" "AdditionalVersionWeights={}"' ERR INT TERM
point "$old" "AdditionalVersionWeights={$new=$share}"
for ((round = 1; round <= rounds; round++)); do
  sleep "$pause"
  bad=$(ringing)
  if [ -n "$bad" ]; then
    point "$old" "AdditionalVersionWeights={}"
    echo "$function_name: back to version $old, because of: $bad" >&2
    exit 1
  fi
  echo "  quiet after $((round * pause)) s"
done
point "$new" "AdditionalVersionWeights={}"
trap - ERR INT TERM
echo "$function_name: version $new is live."
tidy
