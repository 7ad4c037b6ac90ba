# What somebody is told about. One resource for nearly all: an alarm is a metric, what is too much of it, and why that
# matters. The table's are sums, and in table_alarms.tf.

locals {
  api_dimensions = { ApiName = var.api.name, Stage = var.api.stage }

  api_alarms = {
    "api-5xx" = {
      namespace = "AWS/ApiGateway", metric = "5XXError", dimensions = local.api_dimensions
      statistic = "Average", above = 0.01, minutes = 5
      why       = "More than 1 % of requests fail: look for 'unhandled error' in the API's log."
    }
    "api-p99" = {
      namespace = "AWS/ApiGateway", metric = "Latency", dimensions = local.api_dimensions
      statistic = "p99", above = 3000, minutes = 15
      why       = "One request in a hundred takes more than 3 seconds."
    }
  }

  # What the stream feeds asks again by itself: how far it is behind tells whether that matters.
  throttle_alarms = { for key, function in var.functions : "${key}-throttles" => {
    namespace = "AWS/Lambda", metric = "Throttles", dimensions = { FunctionName = function.name }
    statistic = "Sum", above = 0, minutes = 5
    why       = "Calls of ${function.name} are held back: its concurrency, or the account's, is used up."
  } if !function.has_stream }

  error_alarms = { for key, function in var.functions : "${key}-errors" => {
    namespace = "AWS/Lambda", metric = "Errors", dimensions = { FunctionName = function.name }
    statistic = "Sum", above = 2, minutes = 15
    why       = "${function.name} keeps failing."
  } }

  slow_alarms = { for key, function in var.functions : "${key}-slow" => {
    namespace = "AWS/Lambda", metric = "Duration", dimensions = { FunctionName = function.name }
    statistic = "p95", above = function.timeout * 800, minutes = 15
    why       = "${function.name} takes more than 80 % of the time it has."
  } }

  fed_by_stream = { for key, function in var.functions : key => function if function.has_stream }

  iterator_alarms = { for key, function in local.fed_by_stream : "${key}-iterator-age" => {
    namespace = "AWS/Lambda", metric = "IteratorAge", dimensions = { FunctionName = function.name }
    statistic = "Maximum", above = 60000, minutes = 5
    why       = "${function.name} is more than a minute behind the table: mails and inboxes are late."
  } }

  failure_bucket_alarms = { for key, function in local.fed_by_stream : "${key}-given-up" => {
    namespace  = "AWS/Lambda", metric = "OnFailureDestinationDeliveredEventCount"
    dimensions = { EventSourceMappingUUID = function.stream_mapping_id }
    statistic  = "Sum", above = 0, minutes = 5
    why        = "Events were given up and are in the failure bucket: .venv/bin/python -m workers.replay failures."
  } }

  queue_alarms = { for queue in var.set_aside_queues : "${trimprefix(queue, "${var.name}-")}-filled" => {
    namespace = "AWS/SQS", metric = "ApproximateNumberOfMessagesVisible", dimensions = { QueueName = queue }
    statistic = "Maximum", above = 0, minutes = 5
    why       = "${queue} holds what could not be done. Mend the cause, then bring it back: the README says how, under Operate."
  } }

  # SES reviews an account at 5 % bounces and 0.1 % complaints; these warn before.
  reputation_alarms = { for metric, above in { BounceRate = 0.02, ComplaintRate = 0.0005 } : "mail-${lower(metric)}" => {
    namespace = "AWS/SES", metric = "Reputation.${metric}", dimensions = {}
    statistic = "Maximum", above = above, minutes = 60
    why       = "SES may soon stop all mail of the account: see who gets mail that they did not ask for."
  } }

  other_alarms = {
    "sign-ups-unfinished" = {
      namespace = "Baton", metric = "SignUpsUnfinished", dimensions = { service = "sign_up" }
      statistic = "Sum", above = 0, minutes = 5
      why       = "A new person has no group. If it is the first admin, add them to ADMIN by hand."
    }
    "events-parked" = {
      namespace = "Baton", metric = "EventsParked", dimensions = { service = "publish_events" }
      statistic = "Sum", above = 0, minutes = 5
      why       = "An event could not be read and waits in the parking queue: .venv/bin/python -m workers.replay parking."
    }
  }

  alarms = merge(
    local.api_alarms, local.throttle_alarms, local.error_alarms, local.slow_alarms, local.iterator_alarms,
    local.failure_bucket_alarms, local.queue_alarms, local.reputation_alarms, local.other_alarms,
  )
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.why
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  period              = each.value.minutes * 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.above
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
