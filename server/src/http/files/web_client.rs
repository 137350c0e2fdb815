//! The client, embedded in the binary.

use std::path::Path;
use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::{Embed, EmbeddedFile};
use sha2::{Digest as _, Sha256};

use super::encoding::Encoding;
use super::pages::is_page;
use super::view_head::ViewHead;
use crate::http::App;
use crate::http::address::root;
use atlas::short_hash;

/// The built client. Text files have `.br` and `.gz` beside them.
#[derive(Embed)]
#[folder = "../web/dist"]
struct ClientFiles;

/// A file of the client; its page for every other address that a browser asks
/// for, since each view has an address of its own. Where there is no view, the
/// page comes with 404.
pub(in crate::http) async fn file(
    State(app): State<Arc<App>>,
    method: Method,
    uri: Uri,
    mut headers: HeaderMap,
) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return (StatusCode::METHOD_NOT_ALLOWED, "use GET\n").into_response();
    }
    let path = uri.path().trim_start_matches('/');
    let is_file = !path.is_empty() && ClientFiles::get(path).is_some();
    if is_file {
        return page(path, &headers);
    }
    let accepts_pages = headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_none_or(|accept| accept.contains("text/html") || accept.contains("*/*"));
    if path.starts_with("assets/") || !accepts_pages {
        return (StatusCode::NOT_FOUND, "no such file\n").into_response();
    }
    if is_page(uri.path()) {
        return view(&app, &uri, &headers).unwrap_or_else(|| page("index.html", &headers));
    }
    // The client says that it has no such page.
    headers.remove(IF_NONE_MATCH);
    let mut response = page("index.html", &headers);
    *response.status_mut() = StatusCode::NOT_FOUND;
    response.headers_mut().remove(ETAG);
    response
}

/// The page of a view, with what a link to it shows elsewhere.
fn view(app: &App, uri: &Uri, headers: &HeaderMap) -> Option<Response> {
    let head = ViewHead::of(app, uri.path(), uri.query().unwrap_or_default())?;
    let file = ClientFiles::get("index.html")?;
    let text = std::str::from_utf8(&file.data).ok()?;
    let address = uri.path_and_query().map_or("/", |address| address.as_str());
    let page = head.write_into(text, &root(app, headers), address);
    let etag = format!("W/\"{}\"", short_hash(&Sha256::digest(&page)));
    let etag = HeaderValue::from_str(&etag).ok()?;
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| *known == etag)
    {
        return Some((StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response());
    }
    let told = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (VARY, HeaderValue::from_static("accept-encoding")),
        (ETAG, etag),
    ];
    Some((told, page).into_response())
}

/// The page of the client, as it is built; none where it is not.
pub(in crate::http) fn client_page() -> Option<String> {
    let page = ClientFiles::get("index.html")?;
    String::from_utf8(page.data.into_owned()).ok()
}

/// The files that its page needs, with their names.
pub(in crate::http) fn client_files() -> impl Iterator<Item = (String, Vec<u8>)> {
    let is_packed = |name: &str| {
        let name = Path::new(name);
        name.extension()
            .is_some_and(|kind| kind == "br" || kind == "gz")
    };
    let names = ClientFiles::iter();
    let names = names.filter(move |name| !name.ends_with(".html") && !is_packed(name));
    names.filter_map(|name| {
        let file = ClientFiles::get(&name)?;
        Some((name.into_owned(), file.data.into_owned()))
    })
}

/// An embedded file, in the smallest encoding that the client accepts.
pub(in crate::http) fn page(path: &str, headers: &HeaderMap) -> Response {
    let Some(file) = ClientFiles::get(path) else {
        let text = "the client is not built; run `make build` or `npm run build` in web/\n";
        return (StatusCode::NOT_FOUND, text).into_response();
    };
    let encoded = |encoding: Encoding, suffix: &str| {
        (Encoding::accepted(headers) == encoding)
            .then(|| ClientFiles::get(&format!("{path}{suffix}")))
            .flatten()
            .map(|file| (file, encoding))
    };
    let (content, encoding) = encoded(Encoding::Brotli, ".br")
        .or_else(|| encoded(Encoding::Gzip, ".gz"))
        .unwrap_or_else(|| (copy(&file), Encoding::Identity));
    let etag = etag(&file, encoding);
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| *known == etag)
    {
        return (StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response();
    }
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    // Hashed names never change their content; the others are asked again.
    let keep = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = content.data.into_owned().into_response();
    let answer = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&content_type(&kind)) {
        answer.insert(CONTENT_TYPE, kind);
    }
    answer.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    answer.insert(VARY, HeaderValue::from_static("accept-encoding"));
    answer.insert(ETAG, etag);
    if let Some(name) = encoding.name() {
        answer.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    response
}

fn copy(file: &EmbeddedFile) -> EmbeddedFile {
    EmbeddedFile {
        data: file.data.clone(),
        metadata: file.metadata.clone(),
    }
}

fn etag(file: &EmbeddedFile, encoding: Encoding) -> HeaderValue {
    let hash = short_hash(&file.metadata.sha256_hash());
    let text = format!("\"{hash}-{}\"", encoding.name().unwrap_or("id"));
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("\"\""))
}

fn content_type(kind: &mime_guess::Mime) -> String {
    let text =
        kind.type_() == "text" || matches!(kind.subtype().as_str(), "javascript" | "json" | "svg");
    if text {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_string()
    }
}
