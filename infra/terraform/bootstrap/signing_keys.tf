# What each environment's cursors and unsubscribe links are signed with. The value is made here, goes straight to its
# parameter and stays in no state; functions fetch it when they start. Raise the version to replace it: links in old
# mails then say that they are no longer good.

ephemeral "aws_secretsmanager_random_password" "signing_key" {
  for_each = var.environments

  password_length     = 64
  exclude_punctuation = true
}

resource "aws_ssm_parameter" "signing_key" {
  #checkov:skip=CKV_AWS_337:who may read it is told by the permission to get the parameter; a key of its own says it twice
  for_each = var.environments

  name             = "/baton-${each.key}/signing-key"
  description      = "Signs cursors and unsubscribe links."
  type             = "SecureString"
  value_wo         = ephemeral.aws_secretsmanager_random_password.signing_key[each.key].random_password
  value_wo_version = 1
}
