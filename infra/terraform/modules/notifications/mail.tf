# SES: how mails are sent, and which of its events come back. Bounces and complaints mark the address, or SES would
# sooner or later stop all mail of the account.

locals {
  address      = trimsuffix(reverse(split("<", var.mail.sender))[0], ">")
  domain       = split("@", local.address)[1]
  identity_arn = "arn:aws:ses:${var.region}:${var.account_id}:identity/${local.domain}"
  mail_from    = "bounces.${local.domain}"
  new_identity = var.mail.create_identity ? toset([local.domain]) : toset([])
  event_types  = ["BOUNCE", "COMPLAINT"]

  dkim_tokens = flatten([for identity in aws_sesv2_email_identity.this : identity.dkim_signing_attributes[0].tokens])
  dns_records = length(local.new_identity) == 0 ? [] : concat(
    [for token in local.dkim_tokens : "${token}._domainkey.${local.domain} CNAME ${token}.dkim.amazonses.com"],
    ["${local.mail_from} MX 10 feedback-smtp.${var.region}.amazonses.com"],
    ["${local.mail_from} TXT v=spf1 include:amazonses.com ~all"],
  )
}

resource "aws_sesv2_configuration_set" "this" {
  configuration_set_name = var.name

  delivery_options {
    tls_policy = "REQUIRE"
  }

  reputation_options {
    reputation_metrics_enabled = true
  }

  sending_options {
    sending_enabled = true
  }

  # The profiles say who gets no mail. A list of SES's own would still refuse when their owner has said "try again".
  suppression_options {
    suppressed_reasons = []
  }
}

resource "aws_sesv2_configuration_set_event_destination" "this" {
  configuration_set_name = aws_sesv2_configuration_set.this.configuration_set_name
  event_destination_name = "mail-events"

  event_destination {
    enabled              = true
    matching_event_types = local.event_types

    sns_destination {
      topic_arn = aws_sns_topic.mail_events.arn
    }
  }

  depends_on = [aws_sns_topic_policy.mail_events]
}

# Cognito takes verified senders only: let it be made and verified before the rest, or name one that is.
resource "aws_sesv2_email_identity" "this" {
  for_each = local.new_identity

  email_identity = each.key

  dkim_signing_attributes {
    next_signing_key_length = "RSA_2048_BIT"
  }
}

resource "aws_sesv2_email_identity_mail_from_attributes" "this" {
  for_each = aws_sesv2_email_identity.this

  email_identity         = each.value.email_identity
  behavior_on_mx_failure = "USE_DEFAULT_VALUE"
  mail_from_domain       = local.mail_from
}
