resource "aws_connect_phone_number" "this" {
  target_arn   = aws_connect_instance.this.arn
  country_code = "US"
  type         = "DID"
  prefix       = "+1302"
  description  = "Main line"
  tags         = local.tags
}

resource "aws_connect_phone_number" "toll_free" {
  target_arn   = aws_connect_instance.this.arn
  country_code = "US"
  type         = "TOLL_FREE"
}

resource "aws_connect_hours_of_operation" "this" {
  instance_id = aws_connect_instance.this.id
  name        = "Office hours${local.suffix}"
  description = var.changed ? null : "When the office is open"
  time_zone   = var.changed ? "Europe/Berlin" : "America/Los_Angeles"

  dynamic "config" {
    for_each = var.changed ? ["MONDAY", "TUESDAY"] : ["MONDAY", "SATURDAY"]
    content {
      day = config.value
      start_time {
        hours   = 9
        minutes = 0
      }
      end_time {
        hours   = 18
        minutes = 30
      }
    }
  }
  tags = local.tags
}

resource "aws_connect_contact_flow" "whisper" {
  instance_id = aws_connect_instance.this.id
  name        = "Outbound whisper${local.suffix}"
  description = "Told to whom we call${local.suffix}"
  type        = "OUTBOUND_WHISPER"
  content     = local.flow
  tags        = local.tags
}

resource "aws_connect_contact_flow_module" "this" {
  instance_id = aws_connect_instance.this.id
  name        = "Module${local.suffix}"
  description = "A part of flows${local.suffix}"
  content     = local.module
  tags        = local.tags
}

resource "aws_connect_queue" "this" {
  instance_id           = aws_connect_instance.this.id
  name                  = "Support${local.suffix}"
  description           = "Support queue${local.suffix}"
  hours_of_operation_id = var.changed ? data.aws_connect_hours_of_operation.by_name.hours_of_operation_id : aws_connect_hours_of_operation.this.hours_of_operation_id
  max_contacts          = var.changed ? 7 : 5
  status                = var.changed ? "DISABLED" : "ENABLED"
  quick_connect_ids     = var.changed ? [aws_connect_quick_connect.user.quick_connect_id] : [aws_connect_quick_connect.phone.quick_connect_id, aws_connect_quick_connect.user.quick_connect_id]

  outbound_caller_config {
    outbound_caller_id_name      = "Support${local.suffix}"
    outbound_caller_id_number_id = var.changed ? aws_connect_phone_number.toll_free.id : aws_connect_phone_number.this.id
    outbound_flow_id             = aws_connect_contact_flow.whisper.contact_flow_id
  }
  tags = local.tags
}

resource "aws_connect_queue" "many" {
  count                 = 12
  instance_id           = aws_connect_instance.this.id
  name                  = "Queue ${count.index}"
  hours_of_operation_id = aws_connect_hours_of_operation.this.hours_of_operation_id
}

resource "aws_connect_quick_connect" "phone" {
  instance_id = aws_connect_instance.this.id
  name        = "Management${local.suffix}"
  description = "An outside number${local.suffix}"

  quick_connect_config {
    quick_connect_type = "PHONE_NUMBER"
    phone_config {
      phone_number = var.changed ? "+13025550199" : "+13025550198"
    }
  }
  tags = local.tags
}

resource "aws_connect_quick_connect" "queue" {
  instance_id = aws_connect_instance.this.id
  name        = "Queue${local.suffix}"

  quick_connect_config {
    quick_connect_type = "QUEUE"
    queue_config {
      queue_id        = aws_connect_queue.many[var.changed ? 1 : 0].queue_id
      contact_flow_id = data.aws_connect_contact_flow.queue_transfer.contact_flow_id
    }
  }
}

resource "aws_connect_quick_connect" "user" {
  instance_id = aws_connect_instance.this.id
  name        = "Agent${local.suffix}"

  quick_connect_config {
    quick_connect_type = "USER"
    user_config {
      user_id         = aws_connect_user.this.user_id
      contact_flow_id = data.aws_connect_contact_flow.agent_transfer.contact_flow_id
    }
  }
}

resource "aws_connect_routing_profile" "this" {
  instance_id               = aws_connect_instance.this.id
  name                      = "Support profile${local.suffix}"
  description               = "Who serves support${local.suffix}"
  default_outbound_queue_id = aws_connect_queue.many[var.changed ? 1 : 0].queue_id

  media_concurrencies {
    channel     = "VOICE"
    concurrency = 1
  }
  media_concurrencies {
    channel     = "CHAT"
    concurrency = var.changed ? 4 : 2
  }

  # More than ten, so that the provider associates them in several calls.
  dynamic "queue_configs" {
    for_each = slice(aws_connect_queue.many, var.changed ? 1 : 0, 12)
    content {
      channel  = "VOICE"
      delay    = var.changed ? 30 : 0
      priority = queue_configs.key + 1
      queue_id = queue_configs.value.queue_id
    }
  }
  tags = local.tags
}

# Of Amazon Lex V1, which the provider's resource knows alone.
resource "aws_connect_bot_association" "this" {
  instance_id = aws_connect_instance.this.id

  lex_bot {
    name = "OrderFlowers"
  }
}

resource "aws_connect_vocabulary" "this" {
  instance_id   = aws_connect_instance.this.id
  name          = "our-words"
  language_code = "en-US"
  content       = "Phrase\tIPA\tSoundsLike\tDisplayAs\nK-W-Global\t\t\tKWGlobal\n"
  tags          = local.tags
}
