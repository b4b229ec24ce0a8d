resource "aws_connect_user_hierarchy_structure" "this" {
  instance_id = aws_connect_instance.this.id

  hierarchy_structure {
    level_one {
      name = "Company${local.suffix}"
    }
    level_two {
      name = "Department"
    }
  }
}

resource "aws_connect_user_hierarchy_group" "company" {
  instance_id = aws_connect_instance.this.id
  name        = "Company${local.suffix}"
  tags        = local.tags
  depends_on  = [aws_connect_user_hierarchy_structure.this]
}

resource "aws_connect_user_hierarchy_group" "department" {
  instance_id     = aws_connect_instance.this.id
  name            = "Support"
  parent_group_id = aws_connect_user_hierarchy_group.company.hierarchy_group_id
}

resource "aws_connect_security_profile" "this" {
  instance_id = aws_connect_instance.this.id
  name        = "Support agent"
  description = "What support may do${local.suffix}"
  permissions = var.changed ? ["BasicAgentAccess"] : ["BasicAgentAccess", "OutboundCallAccess"]
  tags        = local.tags
}

resource "aws_connect_user" "this" {
  instance_id          = aws_connect_instance.this.id
  name                 = "mary.jane"
  password             = "Password123"
  routing_profile_id   = var.changed ? data.aws_connect_routing_profile.by_name.routing_profile_id : aws_connect_routing_profile.this.routing_profile_id
  security_profile_ids = var.changed ? [aws_connect_security_profile.this.security_profile_id] : [data.aws_connect_security_profile.by_name.security_profile_id, aws_connect_security_profile.this.security_profile_id]
  hierarchy_group_id   = var.changed ? aws_connect_user_hierarchy_group.company.hierarchy_group_id : aws_connect_user_hierarchy_group.department.hierarchy_group_id

  identity_info {
    first_name      = "Mary"
    last_name       = "Jane${local.suffix}"
    email           = "mary@example.com"
    secondary_email = var.changed ? "mj@example.com" : "jane@example.com"
  }

  phone_config {
    phone_type                    = var.changed ? "DESK_PHONE" : "SOFT_PHONE"
    after_contact_work_time_limit = var.changed ? 10 : 0
    auto_accept                   = var.changed
    desk_phone_number             = var.changed ? "+13025550123" : null
  }
  tags = local.tags
}
