/** The AWS SDK's notice about Node 20 would stand in every report; the README names the version. */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
