# Messages from a queue: what the function does not finish the queue brings again, and after some tries sets aside.

locals {
  queue_permissions = [for queue in var.queue == null ? [] : [var.queue] : {
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    resources = [queue.arn]
    condition = null
  }]
}

resource "aws_lambda_event_source_mapping" "queue" {
  count = var.queue == null ? 0 : 1

  event_source_arn        = var.queue.arn
  function_name           = local.alias.arn
  batch_size              = var.queue.batch_size
  function_response_types = ["ReportBatchItemFailures"]

  scaling_config {
    maximum_concurrency = var.queue.maximum_concurrency
  }

  depends_on = [aws_iam_role_policy.work]
}
