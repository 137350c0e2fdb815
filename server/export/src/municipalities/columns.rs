//! The columns that a table of municipalities can have.

use atlas::View;
use domain::message::PublishMessage;
use domain::vocabulary::{Dimension, OutreachPurpose};
use domain::words::Language;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The CBS code; in every table.
    Code,
    /// The official name.
    Name,
    /// Since when it exists in this shape.
    ValidFrom,
    /// Inhabitants.
    Population,
    /// The date to which that figure refers.
    PopulationDate,
    /// Square kilometres.
    Area,
    /// The name of its region in the set at this place of the facts.
    Region(usize),
    /// The code of that region.
    RegionCode(usize),
    /// The status of care coordination.
    Status,
    /// Since when.
    StatusSince,
    /// How the function is filled.
    Modes,
    /// Who coordinates.
    Organisations,
    /// The class of policy.
    Class,
    /// An end of completeness.
    Completeness(End),
    /// An end of completeness in one dimension.
    Dimension(Dimension, End),
    /// When it was last assessed.
    LastAssessed,
    /// Whether something was carried over from a predecessor.
    Inherited,
    /// The number of policy documents that cover it.
    Documents,
    /// The verdict on the block at this place of the rubric.
    Block(usize),
    /// The rank for a purpose. Closed where the ranking is.
    Rank(OutreachPurpose),
    /// When it was last briefed. Internal.
    LastBriefed,
    /// The stage of a target of a campaign. Internal.
    Stage,
    /// Who of the staff looks after it. Internal.
    Owner,
    /// The date of its last briefing of the campaign. Internal.
    Briefing,
    /// That the verdicts are invented.
    Invented,
}

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// What is certain.
    Low,
    /// What is possible.
    High,
}

impl Column {
    /// All columns of a view that everybody may read, in their order.
    #[must_use]
    pub fn standard(view: &View) -> Vec<Self> {
        let sets = view.index().facts().region_sets.len();
        let blocks = view.rubric().map_or(0, |rubric| rubric.blocks.len());
        let mut columns = vec![
            Self::Code,
            Self::Name,
            Self::ValidFrom,
            Self::Population,
            Self::PopulationDate,
            Self::Area,
        ];
        columns.extend((0..sets).flat_map(|set| [Self::Region(set), Self::RegionCode(set)]));
        columns.extend([
            Self::Status,
            Self::StatusSince,
            Self::Modes,
            Self::Organisations,
            Self::Class,
        ]);
        columns.extend(END.map(Self::Completeness));
        for dimension in Dimension::ALL {
            columns.extend(END.map(|end| Self::Dimension(*dimension, end)));
        }
        columns.extend([Self::LastAssessed, Self::Inherited, Self::Documents]);
        columns.extend((0..blocks).map(Self::Block));
        columns
    }

    /// All columns of a view.
    #[must_use]
    pub fn all(view: &View) -> Vec<Self> {
        let mut columns = Self::standard(view);
        columns.extend([
            Self::Rank(OutreachPurpose::Brief),
            Self::Rank(OutreachPurpose::Ask),
            Self::LastBriefed,
        ]);
        columns
    }

    /// What a table of a campaign has beside the others, and before them.
    #[must_use]
    pub fn of_campaign() -> [Self; 3] {
        [Self::Stage, Self::Owner, Self::Briefing]
    }

    /// The columns of these ids, with commas between, each once; those of a
    /// campaign only in its table.
    pub fn read(view: &View, ids: &str, of_campaign: bool) -> Result<Vec<Self>, PublishMessage> {
        let mut known = Self::all(view);
        if of_campaign {
            known.extend(Self::of_campaign());
        }
        let mut columns = Vec::new();
        for given in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            let found = known.iter().find(|column| column.id(view) == given);
            let Some(column) = found else {
                return Err(PublishMessage::ColumnUnknown {
                    given: given.chars().take(40).collect(),
                    known: known.iter().map(|column| column.id(view)).collect(),
                });
            };
            if !columns.contains(column) {
                columns.push(*column);
            }
        }
        Ok(columns)
    }

    /// The id, which never changes: a name of GraphQL where it has one.
    #[must_use]
    pub fn id(self, view: &View) -> String {
        let set = |at: usize| view.index().facts().region_sets[at].id.replace('-', "_");
        let fixed = match self {
            Self::Region(at) => return format!("region_{}", set(at)),
            Self::RegionCode(at) => return format!("regionCode_{}", set(at)),
            Self::Block(at) => {
                let block = view.rubric().and_then(|rubric| rubric.blocks.get(at));
                let id = block.map(|block| block.id.replace('-', "_"));
                return format!("block_{}", id.unwrap_or_default());
            }
            Self::Code => "code",
            Self::Name => "name",
            Self::ValidFrom => "validFrom",
            Self::Population => "population",
            Self::PopulationDate => "populationDate",
            Self::Area => "areaKm2",
            Self::Status => "status",
            Self::StatusSince => "statusSince",
            Self::Modes => "modes",
            Self::Organisations => "organisations",
            Self::Class => "class",
            Self::Completeness(End::Low) => "completenessLow",
            Self::Completeness(End::High) => "completenessHigh",
            Self::Dimension(Dimension::Awareness, End::Low) => "awarenessLow",
            Self::Dimension(Dimension::Awareness, End::High) => "awarenessHigh",
            Self::Dimension(Dimension::Policy, End::Low) => "policyLow",
            Self::Dimension(Dimension::Policy, End::High) => "policyHigh",
            Self::Dimension(Dimension::Approach, End::Low) => "approachLow",
            Self::Dimension(Dimension::Approach, End::High) => "approachHigh",
            Self::LastAssessed => "lastAssessed",
            Self::Inherited => "inherited",
            Self::Documents => "documents",
            Self::Rank(OutreachPurpose::Brief) => "rankToBrief",
            Self::Rank(OutreachPurpose::Ask) => "rankToAsk",
            Self::LastBriefed => "lastBriefed",
            Self::Stage => "campaignStage",
            Self::Owner => "campaignOwner",
            Self::Briefing => "campaignBriefing",
            Self::Invented => "demonstration",
        };
        fixed.to_owned()
    }

    /// The heading in a language.
    #[must_use]
    pub fn title(self, view: &View, language: Language) -> String {
        let end = |end: End, of: &str| {
            let word = match end {
                End::Low => language.choose("ten minste", "at least"),
                End::High => language.choose("ten hoogste", "at most"),
            };
            format!("{of}, {word}")
        };
        let fixed = match self {
            Self::Region(at) => return set_title(view, at, language),
            Self::RegionCode(at) => {
                return format!("{}, code", set_title(view, at, language));
            }
            Self::Block(at) => {
                let block = view.rubric().and_then(|rubric| rubric.blocks.get(at));
                let title =
                    block.map(|block| language.choose(&block.title_nl, &block.title_en).clone());
                return title.unwrap_or_default();
            }
            Self::Completeness(of) => {
                return end(of, language.choose("Volledigheid", "Completeness"));
            }
            Self::Dimension(dimension, of) => {
                return end(
                    of,
                    rendering::picture::Shade::Dimension(dimension).title(language),
                );
            }
            Self::Code => ("Gemeentecode", "Municipality code"),
            Self::Name => ("Gemeente", "Municipality"),
            Self::ValidFrom => ("Bestaat zo sinds", "In this shape since"),
            Self::Population => ("Inwoners", "Inhabitants"),
            Self::PopulationDate => ("Inwoners op", "Inhabitants on"),
            Self::Area => ("Oppervlakte (km²)", "Area (km²)"),
            Self::Status => ("Zorgcoördinatie", "Care coordination"),
            Self::StatusSince => ("Zorgcoördinatie sinds", "Care coordination since"),
            Self::Modes => ("Hoe ingevuld", "How filled"),
            Self::Organisations => ("Wie coördineert", "Who coordinates"),
            Self::Class => ("Beleid", "Policy"),
            Self::LastAssessed => ("Laatst beoordeeld", "Last assessed"),
            Self::Inherited => (
                "Overgenomen van voorganger",
                "Carried over from a predecessor",
            ),
            Self::Documents => ("Beleidsdocumenten", "Policy documents"),
            Self::Rank(OutreachPurpose::Brief) => ("Volgorde om voor te lichten", "Rank to brief"),
            Self::Rank(OutreachPurpose::Ask) => ("Volgorde om te vragen", "Rank to ask"),
            Self::LastBriefed => ("Laatst voorgelicht", "Last briefed"),
            Self::Stage => ("Stand in de campagne", "Stage in the campaign"),
            Self::Owner => ("Wie ermee bezig is", "Who looks after it"),
            Self::Briefing => ("Voorlichting van de campagne", "Briefing of the campaign"),
            Self::Invented => ("Let op", "Note"),
        };
        language.choose(fixed.0, fixed.1).to_owned()
    }
}

const END: [End; 2] = [End::Low, End::High];

/// One region of a set; the sets are called by all of theirs.
fn set_title(view: &View, at: usize, language: Language) -> String {
    let set = &view.index().facts().region_sets[at];
    let one = match &*set.id {
        "provincie" => language.choose("Provincie", "Province"),
        "veiligheidsregio" => language.choose("Veiligheidsregio", "Safety region"),
        "politie-eenheid" => language.choose("Politie-eenheid", "Police unit"),
        "vng-platform" => language.choose("VNG-regioplatform", "VNG regional platform"),
        _ => language.choose(&set.title_nl, &set.title_en),
    };
    one.to_owned()
}
