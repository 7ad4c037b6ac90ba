# What the table's stream wakes. The filters are those of infra/local/events/filters.py; a test compares.

module "publish_events" {
  source = "../../modules/lambda"

  name                 = "${local.name}-publish-events"
  description          = "Takes each new event from the table's stream to the topic."
  module               = "workers.publish_events"
  package              = local.workers_package
  architecture         = var.architecture
  timeout              = local.timeouts.publish_events
  reserved_concurrency = var.reserved_concurrency.publish_events
  key_arn              = aws_kms_key.this.arn
  log_retention_days   = var.log_retention_days

  environment = {
    TOPIC_ARN         = module.notifications.topic_arn
    PARKING_QUEUE_URL = module.notifications.parking_queue.url
  }

  stream = {
    arn                = module.table.stream_arn
    failure_bucket_arn = module.notifications.failure_bucket.arn
    filter = jsonencode({
      eventName = ["INSERT"]
      dynamodb  = { Keys = { SK = { S = [{ prefix = "EVENT#" }] } } }
    })
  }

  permissions = [
    { actions = ["sns:Publish"], resources = [module.notifications.topic_arn] },
    { actions = ["sqs:SendMessage"], resources = [module.notifications.parking_queue.arn] },
  ]
}

module "purge_deleted" {
  source = "../../modules/lambda"

  name                 = "${local.name}-purge-deleted"
  description          = "Removes what a task leaves behind that was removed from the trash."
  module               = "workers.purge_deleted"
  package              = local.workers_package
  architecture         = var.architecture
  timeout              = local.timeouts.purge_deleted
  reserved_concurrency = var.reserved_concurrency.purge_deleted
  key_arn              = aws_kms_key.this.arn
  log_retention_days   = var.log_retention_days

  environment = {
    TABLE_NAME = module.table.name
  }

  stream = {
    arn                = module.table.stream_arn
    failure_bucket_arn = module.notifications.failure_bucket.arn
    batches_per_shard  = 1 # nobody waits for it
    filter = jsonencode({
      eventName = ["REMOVE"]
      dynamodb  = { Keys = { PK = { S = [{ prefix = "TASK#" }] }, SK = { S = ["METADATA"] } } }
    })
  }

  permissions = [
    { actions = ["dynamodb:BatchWriteItem", "dynamodb:Query"], resources = [module.table.arn] },
  ]
}
