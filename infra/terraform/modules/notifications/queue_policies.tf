# Who may write to a queue besides a role that says so itself: its topic, and nobody without TLS.

locals {
  queues = merge(
    { for name, queue in aws_sqs_queue.worker : name => queue },
    { for name, queue in aws_sqs_queue.dead_letters : "${name}-dead-letters" => queue },
    { for name, queue in aws_sqs_queue.undelivered : "${name}-undelivered" => queue },
    { parking = aws_sqs_queue.aside[local.parking_name], schedules = aws_sqs_queue.aside[local.schedules_name] },
  )

  topic_of = merge([for name, settings in local.subscribed : {
    (name)                = settings.topic
    "${name}-undelivered" = settings.topic
  }]...)
}

resource "aws_sqs_queue_policy" "this" {
  for_each = local.queues

  queue_url = each.value.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect    = "Deny"
        Action    = "sqs:*"
        Resource  = each.value.arn
        Principal = { AWS = "*" }
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }],
      [for topic in [lookup(local.topic_of, each.key, "")] : {
        Effect    = "Allow"
        Action    = "sqs:SendMessage"
        Resource  = each.value.arn
        Principal = { Service = "sns.amazonaws.com" }
        Condition = { ArnEquals = { "aws:SourceArn" = local.topics[topic] } }
      } if topic != ""],
    )
  })
}
