# The emulator tells the paths of method settings unescaped, and the provider would not know its own again.

resource "aws_api_gateway_method_settings" "public" {
  #checkov:skip=CKV_AWS_225:answers are each person's own; none may be cached for the next
  method_path = "${each.value.path}/${each.value.method}"
}
