output "name" {
  description = "Of the API, as metrics name it."
  value       = aws_api_gateway_rest_api.this.name
}

output "id" {
  description = "Of the REST API."
  value       = aws_api_gateway_rest_api.this.id
}

output "stage" {
  description = "Of the API, as metrics name it."
  value       = aws_api_gateway_stage.this.stage_name
}

output "url" {
  description = "Where the API answers; its routes begin below, at /api/v1."
  value       = aws_api_gateway_stage.this.invoke_url
}

output "definition" {
  description = "A digest of the API's definition; another one is deployed anew."
  value       = local.definition
}
