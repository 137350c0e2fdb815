//! A map with its words as SVG.

use std::fmt::Write as _;

use geo::{Coord, MultiPolygon, Rect};
use quick_xml::escape::escape;

use super::caption::Caption;
use super::outline::{frame, write_path};
use super::palette::{Fill, PatternKind};
use super::text_lines::wrap;
use super::theme::{Theme, ThemeColours};
use domain::words::Language;

/// An area of the map.
pub(super) struct DrawnArea {
    pub(super) name: String,
    pub(super) shape: MultiPolygon,
    /// Of its class; none for what is not shown.
    pub(super) fill: Option<Fill>,
    /// Whether the map is drawn so that it fits.
    pub(super) is_subject: bool,
}

/// What is drawn, in metres.
pub(super) struct DrawnMap {
    pub(super) areas: Vec<DrawnArea>,
    /// Drawn over the areas.
    pub(super) outlines: Vec<MultiPolygon>,
}

/// A drawing that grows downwards.
struct Drawing {
    svg: String,
    theme: Theme,
    colours: ThemeColours,
    /// In pixels.
    width: f64,
    /// The size of letters, in pixels.
    size: f64,
    margin: f64,
    language: Language,
}

/// How high a line of text is, in sizes of letters.
const LINE: f64 = 1.35;
/// Below so many sizes of letters the legend stands under the map.
const NARROW: f64 = 42.0;
/// The widest part of the picture that the map takes beside the legend.
const MAP_SHARE: f64 = 0.62;

/// A picture, and how high it is in pixels.
pub(super) struct Drawn {
    pub(super) svg: String,
    pub(super) height: f64,
}

/// Draws the picture; none where there is nothing to draw.
pub(super) fn draw(
    map: &DrawnMap,
    caption: &Caption,
    (pixels, theme, language): (u32, Theme, Language),
) -> Option<Drawn> {
    let all = f64::from(pixels);
    let size = (all / 50.0).max(13.0);
    let mut drawing = Drawing {
        svg: String::new(),
        theme,
        colours: theme.colours(),
        width: all,
        size,
        margin: size * 1.2,
        language,
    };
    let subject = map.areas.iter().filter(|area| area.is_subject);
    let around = frame(subject.map(|area| &area.shape))?;
    let mut y = drawing.margin;
    y = drawing.head(caption, y);
    let is_narrow = all < NARROW * size;
    let inner = all - 2.0 * drawing.margin;
    let map_width = if is_narrow { inner } else { all * MAP_SHARE };
    let (map_width, map_height) = fitted(around, map_width, all * 0.78);
    drawing.map(map, around, (drawing.margin, y, map_width, map_height));
    y = if is_narrow {
        drawing.legend(caption, (drawing.margin, y + map_height + size, inner))
    } else {
        let left = drawing.margin + map_width + 1.5 * size;
        let room = all - drawing.margin - left;
        let end = drawing.legend(caption, (left, y + size, room));
        end.max(y + map_height)
    };
    y = drawing.foot(caption, y + size);
    let height = (y + drawing.margin * 0.5).ceil();
    let svg = drawing.finish(caption, height);
    Some(Drawn { svg, height })
}

/// A box of the shape of another, as large as fits.
fn fitted(around: Rect, widest: f64, highest: f64) -> (f64, f64) {
    let (width, height) = (around.width().max(1.0), around.height().max(1.0));
    let scale = (widest / width).min(highest / height);
    (width * scale, height * scale)
}

impl Drawing {
    fn text(&mut self, (x, y): (f64, f64), text: &str, scale: f64, bold: bool, colour: &str) {
        let weight = if bold { r#" font-weight="700""# } else { "" };
        let size = self.size * scale;
        // Writing to a string cannot fail.
        let _ = write!(
            self.svg,
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size:.1}"{weight} fill="{colour}">{}</text>"#,
            escape(text)
        );
    }

    /// Lines below each other; where the next would stand.
    fn lines(
        &mut self,
        (x, mut y): (f64, f64),
        text: &str,
        (scale, bold, most): (f64, bool, usize),
        colour: &str,
    ) -> f64 {
        let room = (self.width - self.margin - x) / (self.size * scale);
        for line in wrap(text, room, bold, most) {
            y += self.size * scale;
            self.text((x, y), &line, scale, bold, colour);
            y += self.size * scale * (LINE - 1.0);
        }
        y
    }

    fn head(&mut self, caption: &Caption, mut y: f64) -> f64 {
        let colours = self.colours;
        let left = self.margin;
        if let Some(warning) = caption.warning {
            let height = self.size * 1.8;
            let _ = write!(
                self.svg,
                r#"<rect x="0" y="0" width="{:.1}" height="{height:.1}" fill="{}"/>"#,
                self.width, colours.notice
            );
            self.text((left, self.size * 1.25), warning, 0.9, true, colours.ink);
            y += height - self.size * 0.4;
        }
        y = self.lines((left, y), &caption.title, (1.5, true, 3), colours.ink);
        y = self.lines((left, y), &caption.subtitle, (1.0, false, 3), colours.soft);
        if let Some(selection) = &caption.selection {
            y = self.lines((left, y), selection, (0.9, false, 2), colours.soft);
        }
        y + self.size
    }

    fn map(
        &mut self,
        map: &DrawnMap,
        around: Rect,
        (left, top, width, height): (f64, f64, f64, f64),
    ) {
        let scale = width / around.width().max(1.0);
        let place = move |at: Coord| Coord {
            x: (at.x - around.min().x) * scale + left,
            y: (around.max().y - at.y) * scale + top,
        };
        let pad = self.size * 0.3;
        let _ = write!(
            self.svg,
            r#"<clipPath id="frame"><rect x="{:.1}" y="{:.1}" width="{:.1}" height="{:.1}"/></clipPath><g clip-path="url(#frame)" stroke="{}" stroke-width="{:.2}" stroke-linejoin="round" fill-rule="evenodd">"#,
            left - pad,
            top - pad,
            width + 2.0 * pad,
            height + 2.0 * pad,
            self.colours.border,
            self.size * 0.04,
        );
        for area in map.areas.iter().filter(|area| meets(area, around)) {
            let paint = match area.fill {
                Some(fill) => self.paint(fill),
                None if area.is_subject => self.colours.outside.to_owned(),
                None => self.colours.beyond.to_owned(),
            };
            let _ = write!(self.svg, r#"<path fill="{paint}" d=""#);
            write_path(&mut self.svg, &area.shape, &place);
            let _ = write!(
                self.svg,
                r#""><title>{}</title></path>"#,
                escape(&area.name)
            );
        }
        let _ = write!(
            self.svg,
            r#"</g><g clip-path="url(#frame)" fill="none" stroke="{}" stroke-width="{:.2}" stroke-linejoin="round">"#,
            self.colours.outline,
            self.size * 0.09,
        );
        for outline in &map.outlines {
            self.svg.push_str(r#"<path d=""#);
            write_path(&mut self.svg, outline, &place);
            self.svg.push_str(r#""/>"#);
        }
        self.svg.push_str("</g>");
    }

    /// The classes with their counts, which add up to the line below them; where
    /// it ends.
    fn legend(&mut self, caption: &Caption, (left, top, room): (f64, f64, f64)) -> f64 {
        let (size, colours) = (self.size, self.colours);
        let mut y = top;
        let number = room.min(size * 24.0) + left;
        let names = left + size * 2.0;
        let space = (number - names) / size - 2.4;
        let language = self.language;
        for entry in &caption.legend {
            let paint = self.paint(entry.class.fill);
            let _ = write!(
                self.svg,
                r#"<rect x="{left:.1}" y="{:.1}" width="{:.1}" height="{:.1}" fill="{paint}" stroke="{}" stroke-width="{:.2}"/>"#,
                y + size * 0.12,
                size * 1.4,
                size,
                colours.border,
                size * 0.04,
            );
            self.number((number, y + size), &entry.count.to_string());
            for line in wrap(entry.class.name(language), space, false, 6) {
                self.text((names, y + size), &line, 1.0, false, colours.ink);
                y += size * LINE;
            }
            y += size * 0.3;
        }
        let _ = write!(
            self.svg,
            r#"<path d="M{left:.1} {y:.1}H{number:.1}" stroke="{}" stroke-width="{:.2}"/>"#,
            colours.soft,
            size * 0.06,
        );
        y += size * 1.4;
        self.text((left, y), &caption.total, 1.0, true, colours.ink);
        if let Some(note) = caption.note {
            y = self.lines((left, y + size * 0.4), note, (0.9, false, 3), colours.soft);
        }
        y
    }

    /// A number whose end stands at a place.
    fn number(&mut self, (x, y): (f64, f64), text: &str) {
        let (size, ink) = (self.size, self.colours.ink);
        let _ = write!(
            self.svg,
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size:.1}" font-weight="700" text-anchor="end" fill="{ink}">{text}</text>"#
        );
    }

    fn foot(&mut self, caption: &Caption, y: f64) -> f64 {
        let (left, soft) = (self.margin, self.colours.soft);
        self.lines((left, y), &caption.attribution, (0.8, false, 3), soft)
    }

    /// The paint of a fill in this theme, with a pattern where it has one.
    fn paint(&self, fill: Fill) -> String {
        match self.theme.fill(fill) {
            (colour, None) => colour,
            (colour, Some((kind, _))) => format!("url(#{})", pattern_id(kind, &colour)),
        }
    }

    /// The patterns of the classes, and the page under all.
    fn finish(self, caption: &Caption, height: f64) -> String {
        let all = self.width.round();
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{all}" height="{height}" viewBox="0 0 {all} {height}" font-family="'Noto Sans', sans-serif" role="img" aria-labelledby="title about" lang="{}"><title id="title">{}</title><desc id="about">{}</desc><defs>"#,
            self.language.choose("nl", "en"),
            escape(&caption.title),
            escape(described(caption, self.language)),
        );
        let mut ids: Vec<String> = Vec::new();
        for entry in &caption.legend {
            if let (colour, Some((kind, ink))) = self.theme.fill(entry.class.fill) {
                let id = pattern_id(kind, &colour);
                if !ids.contains(&id) {
                    write_pattern(&mut svg, &id, kind, &colour, &ink, self.size / 16.0);
                    ids.push(id);
                }
            }
        }
        let _ = write!(
            svg,
            r#"</defs><rect width="{all}" height="{height}" fill="{}"/>{}</svg>"#,
            self.colours.page, self.svg
        );
        svg
    }
}

/// Whether some of an area may lie within the frame.
fn meets(area: &DrawnArea, around: Rect) -> bool {
    frame([&area.shape]).is_some_and(|own| {
        own.min().x <= around.max().x
            && own.max().x >= around.min().x
            && own.min().y <= around.max().y
            && own.max().y >= around.min().y
    })
}

/// The picture in words: what is shown, and each class with its count.
pub(super) fn described(caption: &Caption, language: Language) -> String {
    let counts = caption.legend.iter().filter(|entry| entry.count > 0);
    let counts: Vec<String> = counts
        .map(|entry| format!("{}: {}", entry.class.name(language), entry.count))
        .collect();
    format!("{}. {}.", caption.subtitle, counts.join("; "))
}

fn pattern_id(kind: PatternKind, colour: &str) -> String {
    let kind = match kind {
        PatternKind::Hatch => "hatch",
        PatternKind::Grain => "grain",
        PatternKind::Dots => "dots",
    };
    format!("{kind}-{}", colour.trim_start_matches('#'))
}

fn write_pattern(
    svg: &mut String,
    id: &str,
    kind: PatternKind,
    colour: &str,
    ink: &str,
    scale: f64,
) {
    let side = match kind {
        PatternKind::Hatch => 8.0,
        PatternKind::Grain => 5.0,
        PatternKind::Dots => 9.0,
    };
    let mark = match kind {
        PatternKind::Hatch => format!(r#"<rect width="1.1" height="{side}" fill="{ink}"/>"#),
        PatternKind::Grain => format!(r#"<circle cx="2.5" cy="2.5" r="0.9" fill="{ink}"/>"#),
        PatternKind::Dots => format!(r#"<circle cx="4.5" cy="4.5" r="2.2" fill="{ink}"/>"#),
    };
    let _ = write!(
        svg,
        r#"<pattern id="{id}" width="{side}" height="{side}" patternUnits="userSpaceOnUse" patternTransform="scale({scale:.2}) rotate(45)"><rect width="{side}" height="{side}" fill="{colour}"/>{mark}</pattern>"#
    );
}
