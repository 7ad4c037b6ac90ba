# What an account needs once, by hand, before the first environment: a place for the state, the roles of the workflows,
# the gateway's right to log, and each environment's signing key.

data "aws_caller_identity" "this" {}

locals {
  account_id = data.aws_caller_identity.this.account_id
}

module "state" {
  source = "./state"

  account_id = local.account_id
}

module "workflows" {
  source = "../modules/iam"

  name         = "baton"
  account_id   = local.account_id
  repository   = var.repository
  environments = var.environments
  state        = { bucket_arn = module.state.bucket.arn, key_arn = module.state.key_arn }
}
