//! Geometry for maps, as files whose address names their content.

use std::fmt::Write as _;
use std::sync::OnceLock;

use geodata::{Boundaries, Detail};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::compression;

/// Maps are compressed once and sent for years.
const GZIP_LEVEL: u32 = 9;
const BROTLI_QUALITY: i32 = 10;

/// A `TopoJSON` file of all municipalities of an edition, in RD New.
#[derive(Debug)]
pub struct MapFile {
    path: String,
    content: Vec<u8>,
    gzip: OnceLock<Vec<u8>>,
    brotli: OnceLock<Vec<u8>>,
}

impl MapFile {
    pub(crate) fn new(date: Date, boundaries: &Boundaries, detail: Detail) -> Self {
        let content = boundaries.topojson(detail);
        let hash = Sha256::digest(&content);
        let hash = short_hash(&hash);
        let path = format!("/map/{date}/{}-{hash}.topojson", name(detail));
        Self {
            path,
            content,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// The path at which it is served.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file.
    #[must_use]
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// The file, compressed with gzip on first use.
    #[must_use]
    pub fn gzip(&self) -> &[u8] {
        self.gzip
            .get_or_init(|| compression::gzip(&self.content, GZIP_LEVEL))
    }

    /// The file, compressed with brotli on first use.
    #[must_use]
    pub fn brotli(&self) -> &[u8] {
        self.brotli
            .get_or_init(|| compression::brotli(&self.content, BROTLI_QUALITY))
    }
}

/// The first eight bytes of a hash, in hexadecimal: enough to name a content.
#[must_use]
pub fn short_hash(hash: &[u8]) -> String {
    hash.iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn name(detail: Detail) -> &'static str {
    match detail {
        Detail::National => "national",
        Detail::Regional => "regional",
        Detail::Full => "full",
    }
}
