# A queue for each worker. Beside it NAME-dead-letters, for what the worker could not do, and NAME-undelivered, for what
# the topic could not deliver. A queue between topic and function: a function's failure is no failed delivery to SNS.

locals {
  queue_names    = { for name in keys(var.queues) : name => "${var.name}-${name}" }
  subscribed     = { for name, settings in var.queues : name => settings if settings.topic != null }
  kept_seconds   = 14 * 24 * 3600
  parking_name   = "${var.name}-parking"
  schedules_name = "${var.name}-schedules-undelivered"
}

resource "aws_sqs_queue" "worker" {
  for_each = var.queues

  name                       = local.queue_names[each.key]
  visibility_timeout_seconds = 6 * each.value.timeout # room for tries of a throttled function before it comes again
  message_retention_seconds  = local.kept_seconds
  kms_master_key_id          = var.key_arn
  policy                     = local.policies[local.queue_names[each.key]]

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters[each.key].arn
    maxReceiveCount     = each.value.max_receive_count
  })
}

resource "aws_sqs_queue" "dead_letters" {
  for_each = var.queues

  name                      = "${local.queue_names[each.key]}-dead-letters"
  message_retention_seconds = local.kept_seconds
  kms_master_key_id         = var.key_arn
  policy                    = local.policies["${local.queue_names[each.key]}-dead-letters"]

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = ["${local.queue_arn_prefix}${local.queue_names[each.key]}"]
  })
}

resource "aws_sqs_queue" "undelivered" {
  for_each = local.subscribed

  name                      = "${local.queue_names[each.key]}-undelivered"
  message_retention_seconds = local.kept_seconds
  kms_master_key_id         = var.key_arn
  policy                    = local.policies["${local.queue_names[each.key]}-undelivered"]
}

# Records of the stream that can never be read, and calls that the clock could not make.
resource "aws_sqs_queue" "aside" {
  for_each = toset([local.parking_name, local.schedules_name])

  name                      = each.key
  message_retention_seconds = local.kept_seconds
  kms_master_key_id         = var.key_arn
  policy                    = local.policies[each.key]
}
