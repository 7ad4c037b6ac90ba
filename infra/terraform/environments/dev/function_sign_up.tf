# Cognito's triggers: who may sign up, and what a confirmed sign-up gets.

module "sign_up" {
  source = "../../modules/lambda"

  name                 = "${local.name}-sign-up"
  description          = "Lets only the team's domains sign up, and gives a new person a group and a profile."
  module               = "workers.sign_up"
  package              = local.workers_package
  architecture         = var.architecture
  timeout              = local.timeouts.sign_up
  memory               = 512 # Cognito waits for five seconds, the start included
  reserved_concurrency = var.reserved_concurrency.sign_up
  key_arn              = aws_kms_key.this.arn
  log_retention_days   = var.log_retention_days

  environment = {
    TABLE_NAME        = module.table.name
    SIGN_UP_DOMAINS   = join(",", var.sign_up_domains)
    FIRST_ADMIN_EMAIL = var.first_admin_email
  }

  permissions = [
    { actions = ["cognito-idp:AdminAddUserToGroup"], resources = [module.people.arn] },
    { actions = ["dynamodb:PutItem", "dynamodb:UpdateItem"], resources = [module.table.arn] },
  ]
}
