//! Setting a page with Typst, into a PDF that is tagged and accessible (PDF/UA-1),
//! with the fonts of the client embedded.

use std::sync::LazyLock;

use typst::World;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const FONTS: [&[u8]; 2] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
];

/// How a page is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    /// A briefing sheet.
    Sheet,
    /// A picture of a map that fills its page.
    Picture,
}

/// What is the same for every page.
struct Typesetter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sheet: Source,
    picture: Source,
    data: FileId,
    map: FileId,
}

static PRESS: LazyLock<Typesetter> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS
        .into_iter()
        .flat_map(|font| Font::iter(Bytes::new(font)))
        .collect();
    let template = |name: &str, text: &str| Source::new(file(name), text.to_owned());
    Typesetter {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        sheet: template("sheet.typ", include_str!("sheet/sheet.typ")),
        picture: template("picture.typ", include_str!("picture/picture.typ")),
        data: file("data.json"),
        map: file("map.svg"),
    }
});

impl Template {
    fn source(self) -> &'static Source {
        match self {
            Self::Sheet => &PRESS.sheet,
            Self::Picture => &PRESS.picture,
        }
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain file name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One page on the press: the template may read its data and its map, and nothing
/// else.
struct TypesettingJob {
    template: Template,
    data: Bytes,
    map: Bytes,
}

impl World for TypesettingJob {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        self.template.source().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.template.source();
        if id == source.id() {
            Ok(source.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == PRESS.data => Ok(self.data.clone()),
            id if id == PRESS.map => Ok(self.map.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // A page says the date that it is about.
        None
    }
}

/// Sets a page of data (JSON) and a map (SVG) into a PDF with an identifier; what
/// went wrong otherwise.
pub(crate) fn pdf(
    template: Template,
    data: Vec<u8>,
    map: &str,
    ident: Option<&str>,
) -> Result<Vec<u8>, String> {
    let job = TypesettingJob {
        template,
        data: Bytes::new(data),
        map: Bytes::new(map.as_bytes().to_vec()),
    };
    let document = typst::compile::<PagedDocument>(&job)
        .output
        .map_err(|errors| told(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    let standards = standards.map_err(|error| format!("{error:?}"))?;
    let options = PdfOptions {
        ident: ident.map_or(Smart::Auto, |ident| Smart::Custom(ident.to_owned())),
        creator: Smart::Custom(Some("Dekkingskaart".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| told(&errors));
    // What is remembered of one page is of little use for the next.
    typst::comemo::evict(0);
    pdf
}

fn told(errors: &[SourceDiagnostic]) -> String {
    let texts: Vec<_> = errors
        .iter()
        .map(|error| error.message.to_string())
        .collect();
    texts.join("; ")
}
