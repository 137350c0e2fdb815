//! What was gathered, and the editions of the public data.

use std::sync::Arc;

use async_graphql::{Context, Description, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use crate::arguments::int;
use crate::permissions;
use crate::scalars::{Date, DateTime};
use atlas::{Atlas, GatheredKind};

/// What stands on record of one kind, without what was invented.
#[derive(SimpleObject, DirectObject)]
pub struct Gathered {
    /// The kind.
    kind: GatheredKind,
    /// How many records there are.
    records: i32,
    /// How many municipalities of the date they tell of, whenever it held.
    municipalities: i32,
    /// How many addresses they were found at.
    sources: i32,
    /// How many sites these are of.
    sites: i32,
    /// The first date from which any of them holds.
    earliest: Option<Date>,
    /// The last date from which any of them holds.
    latest: Option<Date>,
    /// When the last of them was written down; null of national figures.
    recorded_at: Option<DateTime>,
}

impl From<atlas::Gathered> for Gathered {
    fn from(gathered: atlas::Gathered) -> Self {
        Self {
            kind: gathered.kind,
            records: int(gathered.records),
            municipalities: int(gathered.municipalities),
            sources: int(gathered.sources),
            sites: int(gathered.sites),
            earliest: gathered.earliest.map(Date),
            latest: gathered.latest.map(Date),
            recorded_at: gathered.recorded_at.map(DateTime),
        }
    }
}

/// The public data on record: they come in editions.
#[derive(Description)]
pub struct PublicData(pub(crate) Arc<Atlas>);

#[direct_object(use_type_description)]
impl PublicData {
    /// The edition on record; null where none was ever loaded.
    fn edition(&self) -> Option<i32> {
        self.0.index().facts().public_edition().map(int)
    }

    /// The day on which it was closed; null of one that this program does not
    /// bring.
    fn date(&self) -> Result<Option<Date>> {
        let shipped = Edition::shipped()?;
        let on_record = self.0.index().facts().public_edition().map(int);
        Ok((on_record == Some(shipped.edition)).then_some(shipped.date))
    }

    /// The later edition that this program brings, and that
    /// `dekkingskaart refresh-public-data` puts on record; null when there is
    /// none. ADMIN.
    fn newer(&self, ctx: &Context<'_>) -> Result<Option<Edition>> {
        permissions::admin(ctx)?;
        let earlier = self.0.index().earlier_public_edition();
        earlier.map(|_| Edition::shipped()).transpose()
    }
}

/// An edition of the public data.
#[derive(SimpleObject, DirectObject)]
#[graphql(name = "PublicDataEdition")]
pub struct Edition {
    /// Counts the editions, from 1.
    edition: i32,
    /// The day on which it was closed.
    date: Date,
}

impl Edition {
    fn shipped() -> Result<Self> {
        let shipped = geodata::data::PUBLIC_RECORDS;
        Ok(Self {
            edition: int(shipped.edition),
            date: Date(shipped.date.parse()?),
        })
    }
}
