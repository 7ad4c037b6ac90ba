# The table and each index, where it holds reads or writes back. Each counts by itself: the table's figures hold none of
# an index's, and ThrottledRequests, which holds all, has figures by operation only.

locals {
  throttled = merge(
    { table = { what = "The table", dimensions = { TableName = var.table.name } } },
    { for index in var.table.indexes : index => {
      what       = "The index ${index}"
      dimensions = { TableName = var.table.name, GlobalSecondaryIndexName = index }
    } },
  )
}

resource "aws_cloudwatch_metric_alarm" "throttled" {
  for_each = local.throttled

  alarm_name          = "${var.name}-${each.key}-throttles"
  alarm_description   = "${each.value.what} holds requests back: one key is asked too often, or provisioned capacity is too low."
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  # DynamoDB counts nothing while nothing is held back, and an alarm of its metrics would keep its state.
  metric_query {
    id          = "held_back"
    expression  = "SUM(FILL(METRICS(), 0))"
    label       = "Held back"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { reads = "ReadThrottleEvents", writes = "WriteThrottleEvents" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/DynamoDB"
        metric_name = metric_query.value
        dimensions  = each.value.dimensions
        stat        = "Sum"
        period      = 300
      }
    }
  }
}
