# The other ways to tell of an event: the inbox, and the team's webhook.

module "fill_inbox" {
  source = "../../modules/lambda"

  name                 = "${local.name}-fill-inbox"
  description          = "Puts each event into the inboxes of those it concerns."
  module               = "workers.fill_inbox"
  package              = local.workers_package
  architecture         = var.architecture
  timeout              = local.timeouts.fill_inbox
  reserved_concurrency = var.reserved_concurrency.fill_inbox
  key_arn              = aws_kms_key.this.arn
  log_retention_days   = var.log_retention_days
  queue                = { arn = module.notifications.queues["fill-inbox"].arn }

  environment = {
    TABLE_NAME = module.table.name
  }

  permissions = [
    { actions = ["dynamodb:BatchGetItem", "dynamodb:PutItem"], resources = [module.table.arn] },
  ]
}

module "send_webhooks" {
  source = "../../modules/lambda"

  name                 = "${local.name}-send-webhooks"
  description          = "Sends each event to the team's webhook."
  module               = "workers.send_webhooks"
  package              = local.workers_package
  architecture         = var.architecture
  timeout              = local.timeouts.send_webhooks
  reserved_concurrency = var.reserved_concurrency.send_webhooks
  key_arn              = aws_kms_key.this.arn
  log_retention_days   = var.log_retention_days
  queue                = { arn = module.notifications.queues["send-webhooks"].arn }

  # WEBHOOK_PRIVATE_ADDRESSES stays off: here a private address is somebody else's.
  environment = {
    TABLE_NAME        = module.table.name
    WEBHOOK_QUEUE_URL = module.notifications.queues["send-webhooks"].url
  }

  permissions = [
    {
      actions   = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem"]
      resources = [module.table.arn]
    },
    # It hides a message until the next try.
    { actions = ["sqs:ChangeMessageVisibility"], resources = [module.notifications.queues["send-webhooks"].arn] },
  ]
}
