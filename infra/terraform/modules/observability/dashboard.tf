# One page that shows whether all is well: requests, functions, the road of events, the table.

locals {
  charts = [
    { title = "Requests", statistic = "Sum", metrics = [
      for metric in ["Count", "4XXError", "5XXError"] :
      ["AWS/ApiGateway", metric, "ApiName", var.api.name, "Stage", var.api.stage]
    ] },
    { title = "Latency, p99 (ms)", statistic = "p99", metrics = [
      for metric in ["Latency", "IntegrationLatency"] :
      ["AWS/ApiGateway", metric, "ApiName", var.api.name, "Stage", var.api.stage]
    ] },
    { title = "Function errors", statistic = "Sum", metrics = [
      for function in var.functions : ["AWS/Lambda", "Errors", "FunctionName", function.name]
    ] },
    { title = "Function duration, p95 (ms)", statistic = "p95", metrics = [
      for function in var.functions : ["AWS/Lambda", "Duration", "FunctionName", function.name]
    ] },
    { title = "Events", statistic = "Sum", metrics = [
      for metric in ["EventsPublished", "EventsParked"] : ["Baton", metric, "service", "publish_events"]
    ] },
    { title = "Mails", statistic = "Sum", metrics = [
      for metric in ["EmailsSent", "EmailsSkipped", "EmailsFailed"] : ["Baton", metric, "service", "send_emails"]
    ] },
    { title = "Set aside", statistic = "Maximum", metrics = [
      for queue in var.set_aside_queues : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue]
    ] },
    { title = "Table units", statistic = "Sum", metrics = [
      for metric in ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"] :
      ["AWS/DynamoDB", metric, "TableName", var.table.name]
    ] },
  ]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name

  dashboard_body = jsonencode({ widgets = [for place, chart in local.charts : {
    type   = "metric"
    x      = place % 2 * 12
    y      = floor(place / 2) * 6
    width  = 12
    height = 6
    properties = {
      title = chart.title, stat = chart.statistic, metrics = chart.metrics, region = var.region, period = 300
      view  = "timeSeries"
    }
  }] })
}
