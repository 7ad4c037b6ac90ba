# SES: how mails are sent, and which of its events come back. Bounces and complaints mark the address, or SES would
# sooner or later stop all mail of the account.

locals {
  address      = trimsuffix(reverse(split("<", var.sender))[0], ">")
  domain       = split("@", local.address)[1]
  identity_arn = "arn:aws:ses:${var.region}:${var.account_id}:identity/${local.domain}"
  event_types  = ["BOUNCE", "COMPLAINT"]
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
