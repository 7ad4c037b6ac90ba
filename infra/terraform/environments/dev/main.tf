# Baton in the cloud, as the diagram has it:
#
#   page (Amplify) -> API (gateway, function) -> table
#   people (Cognito) -> sign_up -> table
#   table's stream -> publish_events -> topic -> queues -> send_emails, fill_inbox, send_webhooks
#                  -> purge_deleted               send_emails -> queue -> send_digests
#   SES -> topic -> queue -> mark_addresses       clock -> remind -> table
#
# The functions are in files of their own, with what each may do beside it.

locals {
  name        = "baton-${var.environment}"
  alarm_email = coalesce(var.alarm_email, var.first_admin_email)
  page_origin = coalesce(var.page_origin, one(module.page[*].origin), "none") # hosting or page_origin is given

  # What people are told of, in the inbox and by mail; a webhook is told everything. A test compares with the code.
  told_types = [
    "TASK_ASSIGNED", "TASK_UNASSIGNED", "STATUS_CHANGED", "COMMENT_ADDED", "TASK_DUE_SOON", "TASK_OVERDUE",
  ]
  timeouts = {
    api            = 15 # the gateway waits for 29
    publish_events = 60
    purge_deleted  = 60
    send_emails    = 30 # half of a delivery's lease
    send_digests   = 30
    mark_addresses = 30
    fill_inbox     = 30
    send_webhooks  = 30 # a batch is sent side by side, and no receiver has more than ten seconds
    remind         = 300
    sign_up        = 5 # Cognito waits no longer
  }
}

module "table" {
  source = "../../modules/dynamodb"

  name                = coalesce(var.table_name, local.name)
  key_arn             = aws_kms_key.this.arn
  deletion_protection = var.protected
  provisioned         = var.provisioned_capacity
}

module "notifications" {
  source = "../../modules/notifications"

  name          = local.name
  account_id    = local.account_id
  region        = var.region
  key_arn       = aws_kms_key.this.arn
  force_destroy = !var.protected
  sender        = var.sender

  queues = {
    send-emails  = { timeout = local.timeouts.send_emails, topic = "events", types = local.told_types }
    fill-inbox   = { timeout = local.timeouts.fill_inbox, topic = "events", types = local.told_types }
    mail-events  = { timeout = local.timeouts.mark_addresses, topic = "mail-events" }
    send-digests = { timeout = local.timeouts.send_digests }
    # It is tried ten times over a day, and our own failures count too.
    send-webhooks = { timeout = local.timeouts.send_webhooks, topic = "events", max_receive_count = 20 }
  }
}

module "people" {
  source = "../../modules/cognito"

  name                = local.name
  deletion_protection = var.protected

  mail = {
    sender            = var.sender
    identity_arn      = module.notifications.mail.identity_arn
    configuration_set = module.notifications.mail.configuration_set
  }

  sign_up_function = {
    name      = module.sign_up.name
    alias     = module.sign_up.alias_name
    alias_arn = module.sign_up.alias_arn
  }
}

module "gateway" {
  source = "../../modules/api-gateway"

  name                = local.name
  function_name       = module.api.name
  function_alias      = module.api.alias_name
  function_invoke_arn = module.api.alias_invoke_arn
  user_pool_arn       = module.people.arn
  page_origin         = local.page_origin
  docs                = var.docs
  waf                 = var.waf
  throttling          = var.throttling
  key_arn             = aws_kms_key.this.arn
  log_retention_days  = var.log_retention_days
}

module "watch" {
  source = "../../modules/observability"

  name             = local.name
  account_id       = local.account_id
  region           = var.region
  key_arn          = aws_kms_key.this.arn
  email            = local.alarm_email
  monthly_budget   = var.monthly_budget
  api              = { name = module.gateway.name, stage = module.gateway.stage }
  table            = { name = module.table.name, indexes = keys(module.table.index_arns) }
  set_aside_queues = module.notifications.set_aside_queues

  functions = { for name, function in local.functions : name => {
    name              = function.name
    timeout           = local.timeouts[name]
    stream_mapping_id = function.stream_mapping_id
    has_stream        = contains(["publish_events", "purge_deleted"], name)
  } }
}
