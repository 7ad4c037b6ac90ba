output "topic_arn" {
  description = "Of the topic of events."
  value       = aws_sns_topic.events.arn
}

output "queues" {
  description = "Each queue that feeds a worker."
  value       = { for name, queue in aws_sqs_queue.worker : name => { arn = queue.arn, url = queue.url } }
}

output "parking_queue" {
  description = "For records of the stream that can never be read."
  value       = { arn = aws_sqs_queue.aside[local.parking_name].arn, url = aws_sqs_queue.aside[local.parking_name].url }
}

output "schedules_undelivered_arn" {
  description = "For calls that the clock could not make."
  value       = aws_sqs_queue.aside[local.schedules_name].arn
}

output "set_aside_queues" {
  description = "Names of the queues that are empty while all is well."
  value = concat(
    [for queue in aws_sqs_queue.dead_letters : queue.name],
    [for queue in aws_sqs_queue.undelivered : queue.name],
    [for queue in aws_sqs_queue.aside : queue.name],
  )
}

output "failure_bucket" {
  description = "For batches of the stream that were given up."
  value       = { name = aws_s3_bucket.failures.bucket, arn = aws_s3_bucket.failures.arn }
}

output "mail" {
  description = "What the workers and Cognito send mails by."
  value = {
    address               = local.address
    identity_arn          = local.identity_arn
    configuration_set     = aws_sesv2_configuration_set.this.configuration_set_name
    configuration_set_arn = aws_sesv2_configuration_set.this.arn
  }
}
