# Who may write to a queue besides a role that says so itself: its topic, and nobody without TLS.
#
# A queue is made with its policy, so the policy names the queue by what its ARN will be. A policy made afterwards would
# leave a moment without it, and the provider waits half a minute for every change of a queue.

locals {
  queue_arn_prefix = "arn:aws:sqs:${var.region}:${var.account_id}:"

  topic_of = merge([for name, settings in local.subscribed : {
    (local.queue_names[name])                = settings.topic
    "${local.queue_names[name]}-undelivered" = settings.topic
  }]...)

  all_queue_names = concat(
    values(local.queue_names),
    [for name in values(local.queue_names) : "${name}-dead-letters"],
    [for name in keys(local.subscribed) : "${local.queue_names[name]}-undelivered"],
    [local.parking_name, local.schedules_name],
  )

  policies = { for queue in local.all_queue_names : queue => jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect    = "Deny"
        Action    = "sqs:*"
        Resource  = "${local.queue_arn_prefix}${queue}"
        Principal = { AWS = "*" }
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }],
      [for topic in [lookup(local.topic_of, queue, "")] : {
        Effect    = "Allow"
        Action    = "sqs:SendMessage"
        Resource  = "${local.queue_arn_prefix}${queue}"
        Principal = { Service = "sns.amazonaws.com" }
        Condition = { ArnEquals = { "aws:SourceArn" = local.topics[topic] } }
      } if topic != ""],
    )
  }) }
}
