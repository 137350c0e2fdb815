//! Files from memory by hyper alone: no routes, no limits, nothing computed.

use std::collections::HashMap;
use std::convert::Infallible;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{CONTENT_ENCODING, CONTENT_TYPE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// The files of a folder by their path: `/Q1.json`, `/Q1.json.br`.
type Files = HashMap<String, Bytes>;

pub fn read_folder(folder: &Path) -> Result<Files, Box<dyn Error>> {
    let mut files = Files::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("/{}", entry.file_name().to_string_lossy());
        files.insert(name, std::fs::read(entry.path())?.into());
    }
    Ok(files)
}

pub async fn serve(listener: TcpListener, files: Files) -> Result<(), Box<dyn Error>> {
    let files = Arc::new(files);
    loop {
        let (stream, _) = listener.accept().await?;
        let _ = stream.set_nodelay(true);
        let files = Arc::clone(&files);
        let service = service_fn(move |request| answer(Arc::clone(&files), request));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

/// Reads the whole question, as a server of GraphQL has to, and looks at its path.
async fn answer(
    files: Arc<Files>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let _ = body.collect().await;
    let path = head.uri.path();
    let Some(bytes) = files.get(path) else {
        let mut missing = Response::new(Full::default());
        *missing.status_mut() = StatusCode::NOT_FOUND;
        return Ok(missing);
    };
    let mut found = Response::new(Full::new(bytes.clone()));
    let headers = found.headers_mut();
    headers.insert(CONTENT_TYPE, "application/json".parse().unwrap());
    if path.ends_with(".br") {
        headers.insert(CONTENT_ENCODING, "br".parse().unwrap());
    }
    Ok(found)
}
