/**
 * The AWS SDK tells everybody on Node 20 to update, in eight lines, at every start. The versions
 * that are pinned here run on it.
 */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
