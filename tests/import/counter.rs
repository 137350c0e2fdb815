//! Where files are handed in over HTTP.

use serde_json::Value;

use crate::support::Server;

pub(super) const HEADER: &str = "municipality_code,block,verdict,valid_from,established";

/// A server, with somebody who may hand in files.
pub(super) struct Counter {
    pub(super) server: Server,
    pub(super) token: String,
}

impl Counter {
    pub(super) fn open(role: &[&str]) -> Self {
        let server = Server::start(&[]);
        let token = server.token("desk", role);
        server.await_token(&token);
        Self { server, token }
    }

    pub(super) fn staff() -> Self {
        Self::open(&["--role", "OUTREACH"])
    }

    /// Hands in a file; status and answer.
    pub(super) fn send(&self, kind: &str, file: &str, content: &[u8]) -> (u16, Value) {
        hand_in(
            &self.server,
            &self.token,
            &format!("{kind}?file={file}"),
            content,
        )
    }

    /// Hands in verdicts; the id of the batch.
    pub(super) fn verdicts(&self, rows: &str) -> String {
        let (status, answer) =
            self.send("verdicts", "x.csv", format!("{HEADER}\n{rows}").as_bytes());
        assert_eq!(status, 200, "{answer}");
        answer["batch"].as_str().unwrap().to_owned()
    }

    pub(super) fn batch(&self, id: &str) -> Value {
        let query = format!("{{ importBatch(id: \"{id}\") {{ {BATCH} }} }}");
        self.server.data_as(&self.token, &query)["importBatch"].take()
    }

    pub(super) fn ask(&self, mutation: &str) -> Value {
        let query = format!("mutation {{ done: {mutation} {{ {BATCH} }} }}");
        self.server.ask_as(Some(&self.token), &query).1
    }

    pub(super) fn done(&self, mutation: &str) -> Value {
        let mut answer = self.ask(mutation);
        assert!(answer.get("errors").is_none(), "{mutation}\n{answer:#}");
        answer["data"]["done"].take()
    }

    pub(super) fn refused(&self, mutation: &str) -> (String, String) {
        let answer = self.ask(mutation);
        let error = &answer["errors"][0];
        let code = error["extensions"]["code"].as_str().unwrap_or_default();
        (
            code.to_owned(),
            error["message"].as_str().unwrap_or_default().to_owned(),
        )
    }
}

pub(super) const BATCH: &str = "id file kind state createdBy revision counts { new changed same errors } notices kept \
     rows { line outcome municipality message proposal leftOut fields { field before after } \
            remarks { field proposal understood } cells { field value } }";

pub(crate) fn hand_in(server: &Server, token: &str, path: &str, content: &[u8]) -> (u16, Value) {
    let headers = [
        ("authorization", format!("Bearer {token}")),
        ("content-type", "application/octet-stream".to_owned()),
    ];
    let headers: Vec<(&str, &str)> = headers
        .iter()
        .map(|(name, value)| (*name, &**value))
        .collect();
    let mut response = server.post_bytes(&format!("/import/{path}"), &headers, content);
    let status = response.status().as_u16();
    (status, response.body_mut().read_json().unwrap())
}

pub(super) fn outcomes(batch: &Value) -> Vec<(u64, &str)> {
    let rows = batch["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        (
            row["line"].as_u64().unwrap(),
            row["outcome"].as_str().unwrap(),
        )
    })
    .collect()
}
