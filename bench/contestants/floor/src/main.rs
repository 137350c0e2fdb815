//! What the libraries under the server cost without its domain:
//! `floor graphql DATA PORT` answers the questions of the benchmark from memory
//! with plain resolvers, and `floor fixed FOLDER PORT` answers with the bytes of
//! the files of a folder.

mod fixed;
mod schema;

use std::error::Error;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use mimalloc::MiMalloc;
use tokio::net::TcpListener;

use schema::FloorSchema;

// As the server has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [mode, path, port] = arguments.as_slice() else {
        return Err("floor graphql DATA PORT | floor fixed FOLDER PORT".into());
    };
    let listener = TcpListener::bind(("127.0.0.1", port.parse()?)).await?;
    match mode.as_str() {
        "graphql" => {
            let schema = schema::load(&std::fs::read_to_string(path)?)?;
            let router = Router::new()
                .route("/graphql", post(answer))
                .route("/", get(async || "ready"))
                .with_state(schema);
            axum::serve(listener, router).await?;
            Ok(())
        }
        "fixed" => fixed::serve(listener, fixed::read_folder(path.as_ref())?).await,
        _ => Err(format!("{mode} is neither graphql nor fixed").into()),
    }
}

async fn answer(
    State(schema): State<FloorSchema>,
    Json(request): Json<async_graphql::Request>,
) -> impl IntoResponse {
    let response = schema.execute(request).await;
    let body = serde_json::to_vec(&response).unwrap_or_default();
    ([(CONTENT_TYPE, "application/json")], Bytes::from(body))
}
