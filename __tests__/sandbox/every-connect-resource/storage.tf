resource "aws_s3_bucket" "this" {
  bucket = "every-connect-resource"
}

# A zip of an empty index.mjs.
resource "aws_s3_object" "code" {
  bucket         = aws_s3_bucket.this.bucket
  key            = "code.zip"
  content_base64 = "UEsDBBQAAAAAAAAAIVwAAAAAAAAAAAAAAAAJAAAAaW5kZXgubWpzUEsBAhQDFAAAAAAAAAAhXAAAAAAAAAAAAAAAAAkAAAAAAAAAAAAAAIABAAAAAGluZGV4Lm1qc1BLBQYAAAAAAQABADcAAAAnAAAAAAA="
}

resource "aws_iam_role" "this" {
  name = "every-connect-resource"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_lambda_function" "this" {
  function_name = "every-connect-resource"
  role          = aws_iam_role.this.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = aws_s3_object.code.bucket
  s3_key        = aws_s3_object.code.key
}

resource "aws_connect_instance_storage_config" "recordings" {
  instance_id   = aws_connect_instance.this.id
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = aws_s3_bucket.this.bucket
      bucket_prefix = var.changed ? "connect/changed" : "connect/first"
      encryption_config {
        encryption_type = "KMS"
        key_id          = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111"
      }
    }
  }
}

resource "aws_connect_instance_storage_config" "agent_events" {
  instance_id   = aws_connect_instance.this.id
  resource_type = "AGENT_EVENTS"

  storage_config {
    storage_type = "KINESIS_STREAM"
    kinesis_stream_config {
      stream_arn = "arn:aws:kinesis:us-east-1:123456789012:stream/agent-events${var.changed ? "-changed" : ""}"
    }
  }
}

resource "aws_connect_instance_storage_config" "trace_records" {
  instance_id   = aws_connect_instance.this.id
  resource_type = "CONTACT_TRACE_RECORDS"

  storage_config {
    storage_type = "KINESIS_FIREHOSE"
    kinesis_firehose_config {
      firehose_arn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/traces${var.changed ? "-changed" : ""}"
    }
  }
}

resource "aws_connect_instance_storage_config" "media_streams" {
  instance_id   = aws_connect_instance.this.id
  resource_type = "MEDIA_STREAMS"

  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "media"
      retention_period_hours = var.changed ? 5 : 3
      encryption_config {
        encryption_type = "KMS"
        key_id          = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111"
      }
    }
  }
}

resource "aws_connect_lambda_function_association" "this" {
  instance_id  = aws_connect_instance.this.id
  function_arn = aws_lambda_function.this.arn
}
