//! A copy of the public site in files, for a host without a server: the client
//! with a page at each address, the map, and an answer for each question that its
//! pages ask. The client knows by a tag of its page that it is a copy, and asks
//! for the files.

mod key;
mod questions;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_graphql::{Request, ServerError, Value, Variables};
use geodata::Detail;
use serde_json::json;

use self::key::key;
use self::questions::{Question, codes, questions, regions};
use super::App;
use super::files::web_client::{client_files, client_page};
use atlas::{Atlas, View};
use domain::dates::AsOf;
use domain::people::permissions::check_server;
use domain::people::viewer::Viewer;
use graphql::{Budget, write_answer};

/// What a folder holds that is a copy.
const LIST: &str = "copy/index.json";
/// The pages beside those of municipalities and regions.
const PAGES: [&str; 4] = ["", "tabel", "regio", "verantwoording"];

/// A copy cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// Something else is in the folder.
    #[error("{} holds something else; give a folder that is empty, or an earlier copy", .0.display())]
    Occupied(PathBuf),
    /// There is no client to copy.
    #[error("the client is not built; run `make build`")]
    NoClient,
    /// The public may read nothing.
    #[error("the public may read nothing here; start with --public all")]
    Closed,
    /// There are no municipalities today.
    #[error("there are no municipalities to show; load the public data first")]
    Empty,
    /// A question of the pages was refused.
    #[error("a question of the pages was refused: {0}")]
    Refused(String),
    /// The list of questions cannot be read.
    #[error("the list of questions cannot be read")]
    Questions(#[from] serde_json::Error),
    /// A file cannot be written.
    #[error("{} cannot be written", .path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copied {
    /// Files.
    pub files: usize,
    /// Of these, answers.
    pub answers: usize,
    /// Bytes of all.
    pub bytes: u64,
}

/// Writes a copy into a folder, as the public sees the site today.
pub async fn write_copy(app: &App, folder: &Path) -> Result<Copied, CopyError> {
    check_folder(folder)?;
    if check_server(&Viewer::public(), app.api().public()).is_err() {
        return Err(CopyError::Closed);
    }
    let atlas = app.atlas();
    let today = app.clock().today();
    let as_of = AsOf::new(today, None).map_err(|_| CopyError::Empty)?;
    let view = atlas.at(as_of);
    let mut writer = CopyWriter {
        folder,
        copied: Copied::default(),
    };
    writer.client(&view, &today.to_string())?;
    writer.map(&view)?;
    let mut keys = BTreeSet::new();
    for question in questions(&view)? {
        let key = key(&question.text, &question.variables);
        if keys.contains(&key) {
            continue;
        }
        let answer = answer(app, &atlas, question).await?;
        writer.write(&format!("copy/{key}.json"), &answer)?;
        keys.insert(key);
    }
    writer.copied.answers = keys.len();
    let list = json!({ "date": today.to_string(), "keys": keys });
    writer.write(LIST, list.to_string().as_bytes())?;
    Ok(writer.copied)
}

fn check_folder(folder: &Path) -> Result<(), CopyError> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut within) => within.next().is_none() || folder.join(LIST).is_file(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if is_free {
        return Ok(());
    }
    Err(CopyError::Occupied(folder.to_owned()))
}

/// The answer to a question of the public, which may be that it is closed.
async fn answer(app: &App, atlas: &Arc<Atlas>, question: Question) -> Result<Vec<u8>, CopyError> {
    let request = Request::new(question.text).variables(Variables::from_json(question.variables));
    let prepared = app
        .api()
        .prepare(request, Arc::clone(atlas), Viewer::public());
    let response = match prepared {
        Err(refused) => *refused,
        Ok(prepared) => {
            let budget = Budget::of(app.limits().deadline);
            let _ends = budget.ends_with();
            let prepared = app.equip(prepared).data(budget.clone());
            app.api().execute(prepared).await
        }
    };
    if let Some(error) = response.errors.iter().find(|error| !is_closed(error)) {
        return Err(CopyError::Refused(error.message.clone()));
    }
    let written = write_answer(response);
    let written = written.map_err(|error| CopyError::Refused(error.to_string()))?;
    Ok(written.into_bytes())
}

fn is_closed(error: &ServerError) -> bool {
    let code = error
        .extensions
        .as_ref()
        .and_then(|values| values.get("code"));
    matches!(code, Some(Value::String(code)) if code == "FORBIDDEN")
}

struct CopyWriter<'f> {
    folder: &'f Path,
    copied: Copied,
}

impl CopyWriter<'_> {
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), CopyError> {
        let path = self.folder.join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = written.and_then(|()| fs::write(&path, content));
        written.map_err(|source| CopyError::Write { path, source })?;
        self.copied.files += 1;
        self.copied.bytes += u64::try_from(content.len()).unwrap_or(u64::MAX);
        Ok(())
    }

    /// The client, with its page at each address.
    fn client(&mut self, view: &View, date: &str) -> Result<(), CopyError> {
        let page = client_page().ok_or(CopyError::NoClient)?;
        let tag = format!(r#"<meta name="dekkingskaart-copy" content="{date}" /></head>"#);
        let page = page.replacen("</head>", &tag, 1);
        for (name, content) in client_files() {
            self.write(&name, &content)?;
        }
        let pages = PAGES.into_iter().map(str::to_owned);
        let municipalities = codes(view).map(|code| format!("gemeente/{code}"));
        let regions = regions(view).into_iter();
        let regions = regions.map(|(set, code)| format!("regio/{set}/{code}"));
        for path in pages.chain(municipalities).chain(regions) {
            let name = format!("{path}/index.html");
            self.write(name.trim_start_matches('/'), page.as_bytes())?;
        }
        // What many hosts answer with where there is no file.
        self.write("404.html", page.as_bytes())
    }

    fn map(&mut self, view: &View) -> Result<(), CopyError> {
        let edition = view.edition().ok_or(CopyError::Empty)?;
        for detail in [Detail::National, Detail::Regional] {
            let map = edition.map_file(detail);
            self.write(map.path().trim_start_matches('/'), map.content())?;
        }
        Ok(())
    }
}
