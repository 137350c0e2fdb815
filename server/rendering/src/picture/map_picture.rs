//! A map of municipalities as a picture.

use geodata::{Crs, Detail};

use super::caption::Caption;
use super::drawing::{Drawn, DrawnArea, DrawnMap, described, draw};
use super::raster::png;
use super::shade::Shade;
use super::theme::Theme;
use crate::typesetting::{Template, pdf};
use atlas::View;
use domain::words::Language;

/// The narrowest and the widest picture, in pixels.
pub const WIDTHS: std::ops::RangeInclusive<usize> = 400..=4000;
/// The regions whose outlines are drawn over a map of the country.
const OUTLINED: &str = "provincie";
/// A pixel of a page is a 96th of an inch, and a point a 72nd.
const POINTS_A_PIXEL: f64 = 0.75;

/// How a map is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureStyle {
    /// By what it is coloured.
    pub shade: Shade,
    /// In pixels, within [`WIDTHS`].
    pub width: u32,
    /// For what it is.
    pub theme: Theme,
    /// The language of its words.
    pub language: Language,
}

/// What a map is about.
#[derive(Debug, Clone, Copy)]
pub struct PictureSubject<'a> {
    /// The date, and what is known of it.
    pub view: &'a View,
    /// Those that are selected.
    pub positions: &'a [usize],
    /// The place in the view of the region that fills the picture.
    pub region: Option<usize>,
    /// The selection in words.
    pub selection: Option<&'a str>,
    /// Where the server is found.
    pub address: Option<&'a str>,
}

/// A picture cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// There is nothing to draw.
    #[error("there are no municipalities to draw")]
    Empty,
    /// The drawing could not be turned into pixels.
    #[error("the drawing could not be turned into pixels: {0}")]
    Raster(String),
    /// The drawing could not be set on a page.
    #[error("the drawing could not be set on a page: {0}")]
    Pdf(String),
}

/// The words of a map.
#[must_use]
pub fn caption(subject: PictureSubject<'_>, shade: Shade, language: Language) -> Caption {
    let PictureSubject { view, region, .. } = subject;
    let facts = view.index().facts();
    let name = region.map(|place| facts.regions[view.regions()[place].region].name.as_str());
    Caption::new(
        view,
        subject.positions,
        shade,
        language,
        name,
        subject.selection.map(str::to_owned),
        subject.address,
    )
}

/// The map as SVG.
pub fn map_svg(subject: PictureSubject<'_>, style: PictureStyle) -> Result<String, PictureError> {
    Ok(picture(subject, style)?.0.svg)
}

fn picture(
    subject: PictureSubject<'_>,
    style: PictureStyle,
) -> Result<(Drawn, Caption), PictureError> {
    let PictureStyle {
        shade,
        width,
        theme,
        language,
    } = style;
    let map = drawn(subject, style).ok_or(PictureError::Empty)?;
    let caption = caption(subject, shade, language);
    let drawn = draw(&map, &caption, (width, theme, language)).ok_or(PictureError::Empty)?;
    Ok((drawn, caption))
}

/// The map as PNG.
pub fn map_png(subject: PictureSubject<'_>, style: PictureStyle) -> Result<Vec<u8>, PictureError> {
    png(&map_svg(subject, style)?).map_err(PictureError::Raster)
}

/// The map as PDF, on a page of its own size.
pub fn map_pdf(subject: PictureSubject<'_>, style: PictureStyle) -> Result<Vec<u8>, PictureError> {
    let (drawn, caption) = picture(subject, style)?;
    let language = style.language;
    let data = serde_json::json!({
        "title": caption.title,
        "about": described(&caption, language),
        "lang": language.choose("nl", "en"),
        "width": f64::from(style.width) * POINTS_A_PIXEL,
        "height": drawn.height * POINTS_A_PIXEL,
    });
    let data = data.to_string().into_bytes();
    pdf(Template::Picture, data, &drawn.svg, None).map_err(PictureError::Pdf)
}

fn drawn(subject: PictureSubject<'_>, style: PictureStyle) -> Option<DrawnMap> {
    let PictureSubject {
        view,
        positions,
        region,
        ..
    } = subject;
    let edition = view.edition()?;
    let boundaries = edition.boundaries();
    let is_fine = region.is_some() || style.width > 1600;
    let detail = if is_fine {
        Detail::Regional
    } else {
        Detail::National
    };
    let classes = style.shade.classes();
    let members = region.map(|place| view.regions()[place].members.as_slice());
    let areas = (0..edition.codes().len()).map(|at| {
        let id = style.shade.class_of(view, at);
        let class = classes.iter().find(|class| class.id == id);
        DrawnArea {
            name: edition.name(at).to_string(),
            shape: boundaries.geometry(at, detail, Crs::RdNew),
            fill: class
                .filter(|_| positions.contains(&at))
                .map(|class| class.fill),
            is_subject: members.is_none_or(|members| members.contains(&at)),
        }
    });
    let areas = areas.collect();
    let outlined = view.regions().iter().enumerate();
    let outlined = outlined.filter(|(place, state)| match region {
        Some(region) => *place == region,
        None => &*state.id.set == OUTLINED,
    });
    let outlines = outlined
        .filter(|(_, state)| !state.members.is_empty())
        .map(|(_, state)| boundaries.outline(&state.members, detail, Crs::RdNew))
        .collect();
    Some(DrawnMap { areas, outlines })
}
