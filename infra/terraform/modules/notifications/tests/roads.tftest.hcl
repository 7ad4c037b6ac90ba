# Topics, queues, mail and the failure bucket: refusals first, then that nothing gets lost on any road.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name       = "baton-dev"
  account_id = "123456789012"
  region     = "eu-central-1"
  key_arn    = "arn:aws:kms:eu-central-1:123456789012:key/key"
  sender     = "Baton <baton@example.com>"
  queues = {
    send-emails  = { timeout = 30, topic = "events", types = ["TASK_ASSIGNED"] }
    mail-events  = { timeout = 30, topic = "mail-events" }
    send-digests = { timeout = 20, max_receive_count = 20 }
  }
}

run "refuses_a_sender_without_an_address" {
  command = plan
  variables {
    sender = "Baton"
  }
  expect_failures = [var.sender]
}

run "refuses_unknown_topics" {
  command = plan
  variables {
    queues = { odd = { timeout = 30, topic = "other" } }
  }
  expect_failures = [var.queues]
}

run "refuses_to_give_up_over_a_short_outage" {
  command = plan
  variables {
    queues = { odd = { timeout = 30, max_receive_count = 2 } }
  }
  expect_failures = [var.queues]
}

run "brings_a_message_again_and_then_sets_it_aside" {
  assert {
    condition = (
      aws_sqs_queue.worker["send-emails"].visibility_timeout_seconds == 180 &&
      aws_sqs_queue.worker["send-digests"].visibility_timeout_seconds == 120
    )
    error_message = "Six times the function's time."
  }

  assert {
    condition = (
      jsondecode(aws_sqs_queue.worker["send-emails"].redrive_policy).maxReceiveCount == 5 &&
      jsondecode(aws_sqs_queue.worker["send-digests"].redrive_policy).maxReceiveCount == 20
    )
    error_message = "Five times unless it says otherwise."
  }

  assert {
    condition     = keys(aws_sqs_queue.worker) == keys(aws_sqs_queue.dead_letters)
    error_message = "Every queue has a dead-letter queue."
  }

  assert {
    condition = alltrue([for queue in concat(
      values(aws_sqs_queue.worker), values(aws_sqs_queue.dead_letters), values(aws_sqs_queue.undelivered), values(aws_sqs_queue.aside),
    ) : queue.message_retention_seconds == 1209600 && queue.kms_master_key_id == var.key_arn])
    error_message = "Kept for 14 days, encrypted."
  }

  assert {
    condition     = length(output.set_aside_queues) == 7
    error_message = "Every place for what went wrong is watched."
  }
}

run "delivers_raw_what_a_queue_wants_and_keeps_what_it_cannot_deliver" {
  assert {
    condition = alltrue([for subscription in aws_sns_topic_subscription.worker :
      subscription.raw_message_delivery && subscription.redrive_policy != null
    ]) && toset(keys(aws_sns_topic_subscription.worker)) == toset(["send-emails", "mail-events"])
    error_message = "Raw, with a dead-letter queue of the subscription's own."
  }

  assert {
    condition = (
      jsondecode(aws_sns_topic_subscription.worker["send-emails"].filter_policy) == { type = ["TASK_ASSIGNED"] } &&
      aws_sns_topic_subscription.worker["mail-events"].filter_policy == null
    )
    error_message = "Filtered by type where types are named."
  }
}

run "lets_nobody_write_without_tls_nor_another_topic" {
  assert {
    condition = alltrue([for queue in concat(
      values(aws_sqs_queue.worker), values(aws_sqs_queue.dead_letters), values(aws_sqs_queue.undelivered), values(aws_sqs_queue.aside),
    ) : jsondecode(queue.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"])
    error_message = "TLS only."
  }

  assert {
    condition = alltrue([for queue in concat(
      values(aws_sqs_queue.worker), values(aws_sqs_queue.dead_letters), values(aws_sqs_queue.undelivered), values(aws_sqs_queue.aside),
      ) : alltrue([for statement in jsondecode(queue.policy).Statement :
        statement.Resource == "arn:aws:sqs:eu-central-1:123456789012:${queue.name}"
    ])])
    error_message = "A policy is about its own queue."
  }

  assert {
    condition = alltrue([for queue in [
      aws_sqs_queue.worker["send-emails"], aws_sqs_queue.undelivered["send-emails"], aws_sqs_queue.worker["mail-events"],
      ] : jsondecode(queue.policy).Statement[1].Condition.ArnEquals["aws:SourceArn"] != ""
    ]) && length(jsondecode(aws_sqs_queue.worker["send-digests"].policy).Statement) == 1
    error_message = "Its own topic, where it has one."
  }

  assert {
    condition = alltrue([for name, queue in aws_sqs_queue.dead_letters : jsondecode(queue.redrive_allow_policy) == {
      redrivePermission = "byQueue"
      sourceQueueArns   = ["arn:aws:sqs:eu-central-1:123456789012:baton-dev-${name}"]
    }])
    error_message = "No other queue sets aside there."
  }
}

run "sends_mail_over_tls_and_hears_of_bounces_and_complaints" {
  assert {
    condition = (
      aws_sesv2_configuration_set.this.delivery_options[0].tls_policy == "REQUIRE" &&
      aws_sesv2_configuration_set.this.reputation_options[0].reputation_metrics_enabled &&
      length(aws_sesv2_configuration_set.this.suppression_options[0].suppressed_reasons) == 0
    )
    error_message = "As mail providers ask for, and no list of addresses but the team's own."
  }

  assert {
    condition = (
      aws_sesv2_configuration_set_event_destination.this.event_destination[0].matching_event_types == toset(["BOUNCE", "COMPLAINT"]) &&
      aws_sesv2_configuration_set_event_destination.this.event_destination[0].enabled
    )
    error_message = "They come back to the worker."
  }

  assert {
    condition     = output.mail.address == "baton@example.com" && endswith(output.mail.identity_arn, ":identity/example.com")
    error_message = "In the name of the sender's domain."
  }
}

run "keeps_given_up_batches_in_private" {
  assert {
    condition     = one(aws_s3_bucket_versioning.failures.versioning_configuration).status == "Enabled"
    error_message = "Versioned."
  }

  assert {
    condition = (
      one(one(aws_s3_bucket_server_side_encryption_configuration.failures.rule).apply_server_side_encryption_by_default).kms_master_key_id
      == var.key_arn
    )
    error_message = "Encrypted."
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.failures.block_public_policy && aws_s3_bucket_public_access_block.failures.restrict_public_buckets
    error_message = "Nobody's but the account's."
  }
}
