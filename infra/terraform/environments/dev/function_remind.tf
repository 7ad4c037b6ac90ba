# Reminders of what falls due, every hour.

module "remind" {
  source = "../../modules/lambda"

  name                 = "${local.name}-remind"
  description          = "Makes the events of what falls due, once a day in the team's time zone."
  module               = "workers.remind"
  package              = local.workers_package
  architecture         = var.architecture
  timeout              = local.timeouts.remind
  reserved_concurrency = var.reserved_concurrency.remind
  key_arn              = aws_kms_key.this.arn
  log_retention_days   = var.log_retention_days

  environment = {
    TABLE_NAME     = module.table.name
    TEAM_TIME_ZONE = var.team_time_zone
  }

  # A missed hour needs no second try: the next run goes on where the last one ended.
  schedule = {
    expression       = "rate(1 hour)"
    dead_letters_arn = module.notifications.schedules_undelivered_arn
  }

  permissions = [
    {
      actions = [
        "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:PutItem",
        "dynamodb:UpdateItem",
      ]
      resources = [module.table.arn]
    },
    { actions = ["dynamodb:Query"], resources = [module.table.index_arns["due-index"]] },
  ]
}
