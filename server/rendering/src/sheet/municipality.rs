//! The sheet of a municipality.

use super::content::SheetBlock;
use super::map::{self, AreaFill};
use super::paper::{DUTCH, Provenance, Sheet, SheetSubject, name, region_text};
use super::sections::{known, missing, practice, questions, steps};
use atlas::View;
use domain::places::code::MunicipalityCode;
use domain::vocabulary::Verdict;

impl Sheet {
    /// The sheet of the municipality with this code; nothing when nobody bore
    /// it on the date of the view.
    #[must_use]
    pub fn of_municipality(
        view: &View,
        code: MunicipalityCode,
        stamp: &Provenance,
    ) -> Option<Self> {
        let at = view.find(code)?;
        let edition = view.edition()?;
        let open = missing::open_blocks(view, at);
        let mut unknown = missing::of_verdict(view, at, Verdict::Unknown);
        // In the order of the rubric, as on the form.
        unknown.sort_unstable();
        let subject = SheetSubject {
            kind: "Gemeente",
            name: name(view, at).to_string(),
            facts: facts(view, at),
            map: map::svg(edition.boundaries(), &around(view, at)),
            map_says: format!("Kaart: {} in de eigen provincie", name(view, at)),
            summary: known::summary(view, at),
            body: body(
                view,
                at,
                &open,
                questions::blocks(view, at, &unknown, stamp),
            ),
            steps: steps::of_municipality(view, at, &open, &unknown),
        };
        Some(Self::new(view, stamp, format!("/sheet/{code}"), subject))
    }
}

fn facts(view: &View, at: usize) -> Vec<String> {
    let state = &view.municipalities()[at];
    let regions = state.regions.iter().map(|place| region_text(view, *place));
    let inhabitants = state
        .population
        .as_ref()
        .map(|figure| format!("{} inwoners", DUTCH.number(figure.inhabitants)));
    regions
        .filter(|text| text.starts_with("provincie") || text.starts_with("platform"))
        .chain(inhabitants)
        .collect()
}

/// Those of its province, or its neighbours where there is none, and itself
/// on top.
fn around(view: &View, at: usize) -> Vec<(usize, AreaFill)> {
    let mut regions = view.municipalities()[at].regions.iter();
    let province = regions
        .find(|place| &*view.regions()[**place].id.set == "provincie")
        .map(|place| view.regions()[*place].members.as_slice());
    province
        .unwrap_or_else(|| view.neighbours(at))
        .iter()
        .filter(|other| **other != at)
        .map(|other| (*other, AreaFill::Around))
        .chain([(at, AreaFill::Subject)])
        .collect()
}

fn body(view: &View, at: usize, open: &[usize], questions: Vec<SheetBlock>) -> Vec<SheetBlock> {
    let regions = &view.municipalities()[at].regions;
    let mut blocks = known::blocks(view, at);
    blocks.extend(questions);
    blocks.extend(missing::blocks(view, at, open));
    blocks.extend(practice::bottlenecks(view, regions));
    blocks.extend(practice::good_practices(view, regions, open));
    blocks
}
