output "alarm_names" {
  description = "Of all alarms; a release stops when one of the API's goes off."
  value       = { for key, alarm in aws_cloudwatch_metric_alarm.this : key => alarm.alarm_name }
}

output "topic_arn" {
  description = "Where alarms go."
  value       = aws_sns_topic.alarms.arn
}
