//! Region sets and their regions.

use async_graphql::{Context, ID, InputObject, Object, Result};

use crate::arguments::atlas;
use crate::care::mutation::record::view_from;
use crate::change::{plain, read_back, tell, unknown, writer};
use crate::permissions;
use crate::places::region::{Region, RegionSet};
use crate::scalars::{Code, Date};
use actions::{Outcome, Writer};
use domain::places::code::RegionRef;

#[derive(Default)]
pub struct RegionMutation;

#[Object]
impl RegionMutation {
    /// Makes a region set, without regions yet. ADMIN.
    async fn create_region_set(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id: small letters, digits and hyphens.")] id: ID,
        #[graphql(desc = "Title, in whatever language.")] title: String,
    ) -> Result<RegionSet> {
        permissions::admin(ctx)?;
        actions::create_region_set(&writer(ctx)?, &id, &title).await?;
        read_back(ctx).await?;
        let atlas = atlas(ctx)?;
        let mut sets = atlas.index().facts().region_sets.iter();
        let made = sets.find(|set| *set.id == *id).cloned();
        Ok(RegionSet(made.ok_or_else(|| unknown("region set", &id))?))
    }

    /// Lets a region have just these municipalities from a date on; makes it
    /// when it is new. Those that it had leave it, and those that lay in another
    /// region of the set leave that one. ADMIN.
    #[expect(
        clippy::too_many_arguments,
        reason = "the arguments are those of the contract"
    )]
    async fn set_region(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the set.")] set: ID,
        #[graphql(desc = "Code within the set.")] code: ID,
        #[graphql(desc = "Name.")] name: String,
        #[graphql(desc = "Its municipalities, as they are on the date.")] municipalities: Vec<Code>,
        #[graphql(desc = "The date.")] from: Date,
        #[graphql(
            desc = "The revision that was read before (`serverInfo.revision`). When the set was changed since, this is refused with `CONFLICT` and `extensions.standing` tells what stands."
        )]
        based_on: Option<u64>,
    ) -> Result<Region> {
        let region = RegionRef::new(&set, &code);
        let new = NewRegion {
            set,
            code: code.clone(),
            name,
            municipalities,
            from,
        };
        let outcome = new.record(ctx, writer(ctx)?.based_on(based_on)).await?;
        read_back(ctx).await?;
        tell(ctx, outcome.notices)?;
        let view = view_from(ctx, from.0)?;
        let place = view.find_region(&region);
        let place = place.ok_or_else(|| unknown("region", &code))?;
        Ok(Region { view, place })
    }
}

/// A region as it shall be from a date on.
#[derive(Debug, InputObject)]
pub struct NewRegion {
    /// Id of the set.
    set: ID,
    /// Code within the set.
    code: ID,
    /// Name.
    name: String,
    /// Its municipalities, as they are on the date.
    municipalities: Vec<Code>,
    /// The date.
    from: Date,
}

impl NewRegion {
    /// The date from which it is so.
    pub(crate) fn from(&self) -> jiff::civil::Date {
        self.from.0
    }

    /// Records it, when who asks may.
    pub(crate) async fn record(self, ctx: &Context<'_>, writer: Writer<'_>) -> Result<Outcome> {
        permissions::admin(ctx)?;
        let region = RegionRef::new(&self.set, &self.code);
        let codes = plain(self.municipalities);
        Ok(actions::set_region(&writer, &region, &self.name, &codes, self.from.0).await?)
    }
}
