# Records of the table's stream, in order. A batch that fails again and again is split, and at last kept in a bucket:
# a queue would get only its place in the stream, where the records themselves are gone after a day.

locals {
  stream_permissions = flatten([for stream in var.stream == null ? [] : [var.stream] : [
    {
      actions = [
        "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams",
      ]
      resources = [stream.arn]
      condition = null
    },
    {
      actions   = ["s3:PutObject"]
      resources = ["${stream.failure_bucket_arn}/*"]
      condition = null
    },
    {
      actions   = ["s3:ListBucket"]
      resources = [stream.failure_bucket_arn]
      condition = null
    },
  ]])
}

resource "aws_lambda_event_source_mapping" "stream" {
  count = var.stream == null ? 0 : 1

  event_source_arn                   = var.stream.arn
  function_name                      = local.alias.arn
  starting_position                  = "TRIM_HORIZON" # LATEST would miss what is written while the mapping is made
  batch_size                         = 25
  maximum_batching_window_in_seconds = 1
  parallelization_factor             = var.stream.batches_per_shard # a task's records stay in order: they share a key
  bisect_batch_on_function_error     = true
  maximum_retry_attempts             = 5
  maximum_record_age_in_seconds      = 21600
  function_response_types            = ["ReportBatchItemFailures"]

  filter_criteria {
    filter {
      pattern = var.stream.filter
    }
  }

  destination_config {
    on_failure {
      destination_arn = var.stream.failure_bucket_arn
    }
  }

  metrics_config {
    metrics = ["EventCount"] # among them: batches that went to the failure bucket
  }

  depends_on = [aws_iam_role_policy.work]
}
