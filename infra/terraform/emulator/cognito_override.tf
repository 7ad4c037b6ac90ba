# The emulator does not tell whether refresh tokens are rotated, which the provider takes for a fault.

resource "aws_cognito_user_pool_client" "page" {
  dynamic "refresh_token_rotation" {
    for_each = []

    content {
      feature = "ENABLED"
    }
  }
}
