output "app_id" {
  description = "Of the app."
  value       = aws_amplify_app.this.id
}

output "branch" {
  description = "The branch that is served."
  value       = var.branch
}

output "origin" {
  description = "Where the page is."
  value       = "https://${var.branch}.${aws_amplify_app.this.default_domain}"
}
