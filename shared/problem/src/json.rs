//! The framework's own errors as problems: no answer is ever plain text.

use crate::Problem;
use actix_web::error::{JsonPayloadError, PathError, QueryPayloadError};
use actix_web::{HttpRequest, HttpResponse, ResponseError, web};

/// The most bytes that a JSON body may have.
pub const MAX_JSON_BYTES: usize = 64 * 1024;

/// Makes JSON bodies, queries and paths that can't be read answer with problems.
pub fn configure(app: &mut web::ServiceConfig) {
    let json = web::JsonConfig::default()
        .limit(MAX_JSON_BYTES)
        .error_handler(|error, _: &HttpRequest| from_json(&error).into());
    let query = web::QueryConfig::default().error_handler(|error, _| from_query(&error).into());
    let path = web::PathConfig::default().error_handler(|error, _| from_path(&error).into());
    app.app_data(json).app_data(query).app_data(path).app_data(web::PayloadConfig::new(MAX_JSON_BYTES));
}

fn from_json(error: &JsonPayloadError) -> Problem {
    match error {
        JsonPayloadError::OverflowKnownLength { .. } | JsonPayloadError::Overflow { .. } => {
            Problem::too_large("payload_too_large", format!("A JSON body has at most {MAX_JSON_BYTES} bytes."))
        }
        JsonPayloadError::ContentType => Problem::unsupported_media(
            "unsupported_media_type",
            "The body must be JSON, with the header `Content-Type: application/json`.",
        ),
        JsonPayloadError::Deserialize(error) => {
            let reason = error.to_string();
            let code = if reason.starts_with("unknown field") { "unknown_field" } else { "invalid_json" };
            Problem::invalid(code, format!("The body does not fit: {reason}."))
        }
        other => Problem::invalid("invalid_json", format!("The body can't be read: {other}.")),
    }
}

fn from_query(error: &QueryPayloadError) -> Problem {
    Problem::invalid("invalid_query", format!("The query does not fit: {error}."))
}

fn from_path(error: &PathError) -> Problem {
    Problem::not_found("not_found", format!("There is nothing at this path: {error}."))
}

/// The answer where no route matches.
pub async fn not_found(request: HttpRequest) -> HttpResponse {
    let path: String = request.path().chars().take(120).collect();
    Problem::not_found("not_found", format!("There is nothing at `{path}`. The API is described at /openapi.json."))
        .error_response()
}
