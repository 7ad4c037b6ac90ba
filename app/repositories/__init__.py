"""What is stored, in DynamoDB and in Cognito: one file per resource."""
