output "id" {
  description = "Of the user pool."
  value       = aws_cognito_user_pool.this.id
}

output "arn" {
  description = "Of the user pool."
  value       = aws_cognito_user_pool.this.arn
}

output "client_id" {
  description = "Of the page."
  value       = aws_cognito_user_pool_client.page.id
}
