# Mails: each event's, those of many changes at once, and what SES says of them afterwards.

locals {
  mail_environment = {
    TABLE_NAME        = module.table.name
    PAGE_ORIGIN       = local.page_origin
    API_URL           = module.gateway.url
    MAIL_SENDER       = var.sender
    CONFIGURATION_SET = module.notifications.mail.configuration_set
  }

  # In the sender's name and no other.
  mail_permission = {
    actions   = ["ses:SendEmail"]
    resources = [module.notifications.mail.identity_arn, module.notifications.mail.configuration_set_arn]
    condition = { StringEquals = { "ses:FromAddress" = module.notifications.mail.address } }
  }
}

module "send_emails" {
  source = "../../modules/lambda"

  name                  = "${local.name}-send-emails"
  description           = "Mails each event to whom it concerns."
  module                = "workers.send_emails"
  package               = local.workers_package
  architecture          = var.architecture
  timeout               = local.timeouts.send_emails
  reserved_concurrency  = var.reserved_concurrency.send_emails
  key_arn               = aws_kms_key.this.arn
  log_retention_days    = var.log_retention_days
  signing_key_parameter = local.signing_key_parameter
  queue                 = { arn = module.notifications.queues["send-emails"].arn }

  environment = merge(local.mail_environment, {
    DIGEST_QUEUE_URL = module.notifications.queues["send-digests"].url
    DIGEST_SECONDS   = "60"
  })

  permissions = [
    {
      actions   = ["dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]
      resources = [module.table.arn]
    },
    { actions = ["sqs:SendMessage"], resources = [module.notifications.queues["send-digests"].arn] },
    local.mail_permission,
  ]
}

module "send_digests" {
  source = "../../modules/lambda"

  name                  = "${local.name}-send-digests"
  description           = "Mails what one action changed in many tasks, in one mail per person."
  module                = "workers.send_digests"
  package               = local.workers_package
  architecture          = var.architecture
  timeout               = local.timeouts.send_digests
  reserved_concurrency  = var.reserved_concurrency.send_digests
  key_arn               = aws_kms_key.this.arn
  log_retention_days    = var.log_retention_days
  signing_key_parameter = local.signing_key_parameter
  queue                 = { arn = module.notifications.queues["send-digests"].arn }
  environment           = local.mail_environment

  permissions = [
    {
      actions   = ["dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:UpdateItem"]
      resources = [module.table.arn]
    },
    local.mail_permission,
  ]
}

module "mark_addresses" {
  source = "../../modules/lambda"

  name                 = "${local.name}-mark-addresses"
  description          = "Marks addresses that mails came back from, or that called them spam."
  module               = "workers.mark_addresses"
  package              = local.workers_package
  architecture         = var.architecture
  timeout              = local.timeouts.mark_addresses
  reserved_concurrency = var.reserved_concurrency.mark_addresses
  key_arn              = aws_kms_key.this.arn
  log_retention_days   = var.log_retention_days
  queue                = { arn = module.notifications.queues["mail-events"].arn, maximum_concurrency = 2 }

  environment = {
    TABLE_NAME = module.table.name
  }

  permissions = [
    { actions = ["dynamodb:GetItem", "dynamodb:UpdateItem"], resources = [module.table.arn] },
  ]
}
