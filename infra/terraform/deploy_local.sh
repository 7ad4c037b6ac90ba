#!/usr/bin/env bash
# Applies environments/dev to the AWS emulator with the real provider and the real zips, tells it the story of
# tests/deployed through gateway and functions, and takes everything down again. The emulator enforces each policy.
#   deploy_local.sh [PORT]        needs .venv, .venv-emulator (make run installs it) and terraform; see TF_PLUGIN_DIR
set -euo pipefail

checkout=$(cd "$(dirname "$0")/../.." && pwd)
port=${1:-4970}
place=$(mktemp -d)
emulator=
finish() {
  [ -z "$emulator" ] || kill "$emulator" 2>/dev/null || true
  rm -rf "$place"
}
trap finish EXIT

export AWS_REGION=eu-central-1 AWS_DEFAULT_REGION=eu-central-1 AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
export NO_PROXY=127.0.0.1 CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1
[ -f "${TF_CLI_CONFIG_FILE:-/dev/null}" ] || unset TF_CLI_CONFIG_FILE
python=$checkout/.venv/bin/python
environment=$place/terraform/environments/dev

say() { printf '%5ss  %s\n' "$SECONDS" "$*"; }

# The runtime's own packages, which the zips leave out.
mkdir -p "$place/runtime" "$place/scratch"
site=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
for name in boto3 botocore s3transfer jmespath dateutil six.py urllib3; do ln -s "$site/$name" "$place/runtime/$name"; done
cp "$checkout/infra/terraform/emulator/sitecustomize.py" "$place/runtime"

say "starting the emulator"
AUTH=true BIND_HOST=127.0.0.1 GATEWAY_PORT=$port IOT_MTLS_ENABLED=0 MINISTACK_REGION=$AWS_REGION PERSIST_STATE=0 \
  STATE_DIR=$place/aws TMPDIR=$place/scratch PYTHONPATH=$place/runtime \
  "$checkout/.venv-emulator/bin/python" -m ministack >"$place/emulator.log" 2>&1 &
emulator=$!

say "making the zips for this machine"
architecture=$(uname -m | sed 's/aarch64/arm64/')
(cd "$checkout" && "$python" -m infra.package --arch "$architecture" --out "$place/dist" >/dev/null)

# A copy, with what the emulator cannot do left out or put otherwise:
cp -r "$checkout/infra/terraform" "$place/terraform"
find "$place/terraform" -name '.terraform*' -not -name '.terraform' -delete
find "$place/terraform" -name '.terraform' -prune -exec rm -rf {} +
cp "$place/terraform/emulator/backend_override.tf" "$environment"
cp "$place/terraform/emulator/cognito_override.tf" "$place/terraform/modules/cognito"
cp "$place/terraform/emulator/gateway_override.tf" "$place/terraform/modules/api-gateway"
# - it speaks plain http, so "TLS only" would keep everybody out;
sed -i 's/"aws:SecureTransport" = "false"/"aws:SecureTransport" = "never"/' "$place"/terraform/modules/notifications/*.tf
# - it says POST of a MOCK integration that has no method;
sed -i 's/"MOCK"/"MOCK"\n  integration_http_method = "POST"/' "$place/terraform/modules/api-gateway/preflight.tf"
# - AWS allows batches by the action for one message; it has names of its own for them;
sed -i 's/\["sns:Publish"\]/["sns:Publish", "sns:PublishBatch"]/; s/\["sqs:SendMessage"\]/["sqs:SendMessage", "sqs:SendMessageBatch"]/' \
  "$environment"/functions_*.tf
# - nobody waits a minute here for the mail that gathers many changes;
sed -i 's/\(DIGEST_SECONDS *= \)"60"/\1"2"/' "$environment/functions_mail.tf"
# - it asks for ses:SendEmail on "*" and knows no sender.
sed -i 's/resources = \[module.notifications.mail.identity_arn, .*\]/resources = ["*"]/; /ses:FromAddress/d' \
  "$environment/functions_mail.tf"

for _ in $(seq 60); do
  curl --silent --fail --output /dev/null "$AWS_ENDPOINT_URL/_ministack/health" && break
  sleep 0.5
done
"$python" - <<'PYTHON'
import secrets

import boto3

# What bootstrap makes, and what a team has verified.
boto3.client("ssm").put_parameter(Name="/baton-dev/signing-key", Type="SecureString", Value=secrets.token_hex(32))
boto3.client("sesv2").create_email_identity(EmailIdentity="example.com")
PYTHON

export TF_VAR_sender='Baton <baton@example.com>' TF_VAR_sign_up_domains='["example.com"]'
export TF_VAR_first_admin_email=admin@example.com TF_VAR_packages=$place/dist TF_VAR_architecture=$architecture
export TF_VAR_hosting=false TF_VAR_page_origin=https://baton.example.com # Amplify is not there
terraform() { command terraform -chdir="$environment" "$@"; }
terraform init -input=false -no-color ${TF_PLUGIN_DIR:+-plugin-dir="$TF_PLUGIN_DIR"} >/dev/null

say "applying"
terraform apply -auto-approve -input=false -no-color -parallelism=60 >"$place/apply.log" || { tail -40 "$place/apply.log" >&2; exit 1; }
say "$(grep '^Apply complete' "$place/apply.log")"

page_config=$(terraform output -json page_config)
(cd "$checkout" && PAGE_CONFIG=$page_config "$python" -m tests.deployed) || { tail -40 "$place/emulator.log" >&2; exit 1; }
say "the story is told"

# The emulator tells nothing of alarms, recovery days and mapping metrics; all else must be as it was applied.
terraform plan -input=false -no-color >"$place/plan.log"
if changed=$(grep --extended-regexp '^  # ' "$place/plan.log" |
  grep --invert-match --extended-regexp 'aws_cloudwatch_metric_alarm|aws_dynamodb_table|event_source_mapping.stream'); then
  printf 'A second apply would change:\n%s\n' "$changed" >&2
  exit 1
fi
say "a second plan changes nothing"

# What is there the plan has just seen.
terraform destroy -auto-approve -refresh=false -input=false -no-color -parallelism=60 >"$place/destroy.log" || { tail -40 "$place/destroy.log" >&2; exit 1; }
say "$(grep '^Destroy complete' "$place/destroy.log")"
