# The API.

module "api" {
  source = "../../modules/lambda"

  name                  = "${local.name}-api"
  description           = "Answers the page."
  module                = "app.main"
  package               = local.api_package
  architecture          = var.architecture
  timeout               = local.timeouts.api
  memory                = 1024
  reserved_concurrency  = var.reserved_concurrency.api
  snap_start            = var.snap_start
  canary                = var.canary
  key_arn               = aws_kms_key.this.arn
  log_retention_days    = var.log_retention_days
  signing_key_parameter = local.signing_key_parameter

  environment = {
    TABLE_NAME          = module.table.name
    USER_POOL_ID        = module.people.id
    USER_POOL_CLIENT_ID = module.people.client_id
    PAGE_ORIGIN         = local.page_origin
    TEAM_TIME_ZONE      = var.team_time_zone
    WEBHOOK_QUEUE_URL   = module.notifications.queues["send-webhooks"].url
    API_DOCS            = var.docs ? "on" : "off"
  }

  permissions = [
    {
      # TransactWriteItems is allowed by the actions in it.
      actions = [
        "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:GetItem",
        "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem",
      ]
      resources = [module.table.arn]
    },
    {
      actions = ["dynamodb:Query"]
      resources = [
        module.table.index_arns["status-index"], module.table.index_arns["user-tasks-index"],
        module.table.index_arns["project-index"],
      ]
    },
    {
      actions = [
        "cognito-idp:AdminAddUserToGroup", "cognito-idp:AdminDisableUser", "cognito-idp:AdminEnableUser",
        "cognito-idp:AdminRemoveUserFromGroup", "cognito-idp:AdminUserGlobalSignOut",
      ]
      resources = [module.people.arn]
    },
    {
      actions   = ["sqs:SendMessage"]
      resources = [module.notifications.queues["send-webhooks"].arn]
    },
  ]
}
