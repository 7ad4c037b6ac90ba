#!/usr/bin/env bash
# Moves a function's alias to a version step by step: a tenth of the calls for five minutes, then all of them. Back to
# where it was as soon as an alarm goes off.
#   release.sh FUNCTION ALIAS VERSION ALARM...
set -euo pipefail

function_name=$1 alias_name=$2 new=$3
alarms=("${@:4}")
share=0.1
rounds=10
pause=30 # seconds

point() { # point VERSION ROUTING: where calls go
  aws lambda update-alias --function-name "$function_name" --name "$alias_name" \
    --function-version "$1" --routing-config "$2" >/dev/null
}

ringing() { # alarms that go off now
  aws cloudwatch describe-alarms --alarm-names "${alarms[@]}" --state-value ALARM \
    --query 'MetricAlarms[].AlarmName' --output text
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
echo "$function_name: version $new is live."
