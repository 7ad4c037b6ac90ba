"""The Lambdas fed by events: nine modules with a `handler`, and what they are made of.

publish_events   table stream -> SNS
send_emails      queue -> SES; with send_digests: emails (an event as mail), wording, typography, links, templates/,
                 postage (the mail behind its ledger), sending_by_ses
send_digests     delay queue (digest_queue) -> SES, many events as one mail
fill_inbox       queue -> inbox entries
send_webhooks    queue -> the team's server; outgoing (HTTP), signatures
mark_addresses   SES's bounces and complaints -> profiles
remind           every hour -> events of what falls due
purge_deleted    table stream -> what a deleted task leaves behind, removed
sign_up          Cognito's triggers -> profiles

All of them: lambda_events (records and answers), queue_events (messages as events), observability (logs, counts).
Run by people, no Lambda: replay, with replay_run, failures and parking.
"""
