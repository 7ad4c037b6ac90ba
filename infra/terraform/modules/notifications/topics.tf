# The two topics: what happens to tasks, and what SES says of mails.

locals {
  topics = {
    events      = aws_sns_topic.events.arn
    mail-events = aws_sns_topic.mail_events.arn
  }
}

resource "aws_sns_topic" "events" {
  name              = "${var.name}-events"
  kms_master_key_id = var.key_arn
}

resource "aws_sns_topic" "mail_events" {
  name              = "${var.name}-mail-events"
  kms_master_key_id = var.key_arn
}

resource "aws_sns_topic_policy" "mail_events" {
  arn = aws_sns_topic.mail_events.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.mail_events.arn
      Principal = { Service = "ses.amazonaws.com" }
      Condition = { StringEquals = {
        "aws:SourceAccount" = var.account_id
        "aws:SourceArn"     = aws_sesv2_configuration_set.this.arn
      } }
    }]
  })
}

resource "aws_sns_topic_subscription" "worker" {
  for_each = local.subscribed

  topic_arn            = local.topics[each.value.topic]
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.worker[each.key].arn
  raw_message_delivery = true
  filter_policy        = each.value.types == null ? null : jsonencode({ type = each.value.types })
  redrive_policy       = jsonencode({ deadLetterTargetArn = aws_sqs_queue.undelivered[each.key].arn })
}
