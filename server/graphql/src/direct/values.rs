//! What can be written: values, lists of them, and those that may be absent.

use std::sync::Arc;

use async_graphql::ID;

use super::{Asked, Direct, NotDirect, Plan, Run};
use crate::scalars::{Code, Date, DateTime, GeoJson};
use atlas::{GatheredKind, HitReason, TextPart};
use domain::vocabulary::{
    ArrangementMode, BriefingKind, ChangeKind, CoordinationStatus, Dimension, DocumentScope,
    Established, ExploitationForm, Level, OutreachPurpose, OutreachStage, PolicyClass, QualityKind,
    QualityReason, ReorganisationKind, Role, Verdict,
};

impl<T: Direct + ?Sized> Direct for &T {
    fn plan(asked: &Asked<'_>) -> Result<Plan, NotDirect> {
        T::plan(asked)
    }

    fn write(&self, plan: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        T::write(self, plan, run)
    }
}

impl<T: Direct + ?Sized> Direct for Arc<T> {
    fn plan(asked: &Asked<'_>) -> Result<Plan, NotDirect> {
        T::plan(asked)
    }

    fn write(&self, plan: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        T::write(self, plan, run)
    }
}

impl<T: Direct> Direct for Option<T> {
    fn plan(asked: &Asked<'_>) -> Result<Plan, NotDirect> {
        T::plan(asked)
    }

    fn write(&self, plan: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        if let Some(value) = self {
            return value.write(plan, run);
        }
        run.push("null");
        Ok(())
    }
}

impl<T: Direct, E> Direct for Result<T, E> {
    fn plan(asked: &Asked<'_>) -> Result<Plan, NotDirect> {
        T::plan(asked)
    }

    fn write(&self, plan: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        self.as_ref().map_err(|_| NotDirect)?.write(plan, run)
    }
}

impl<T: Direct> Direct for [T] {
    fn plan(asked: &Asked<'_>) -> Result<Plan, NotDirect> {
        T::plan(asked)
    }

    fn write(&self, plan: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        let mut mark = "[";
        for item in self {
            run.item()?;
            run.push(mark);
            item.write(plan, run)?;
            mark = ",";
        }
        run.push(if self.is_empty() { "[]" } else { "]" });
        Ok(())
    }
}

impl<T: Direct> Direct for Vec<T> {
    fn plan(asked: &Asked<'_>) -> Result<Plan, NotDirect> {
        T::plan(asked)
    }

    fn write(&self, plan: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        self.as_slice().write(plan, run)
    }
}

impl Direct for str {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.string(self)
    }
}

impl Direct for String {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.string(self)
    }
}

impl Direct for ID {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.string(self)
    }
}

impl Direct for bool {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.push(if *self { "true" } else { "false" });
        Ok(())
    }
}

/// Numbers, as `serde_json` writes them.
macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Direct for $number {
            fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
                run.json(self)
            }
        })+
    };
}

numbers!(f64, i32, i64, u8);

impl Direct for Date {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.quoted(self.0);
        Ok(())
    }
}

impl Direct for DateTime {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.quoted(self.0);
        Ok(())
    }
}

impl Direct for Code {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.quoted(self.0);
        Ok(())
    }
}

impl Direct for GeoJson {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        match self {
            Self::Kept(text) => run.share(text),
            Self::Parts(parts) => {
                for part in parts {
                    match part {
                        TextPart::Written(text) => run.push(text),
                        TextPart::Kept(text) => run.share(text),
                    }
                }
            }
            Self::Area(area) => run.push(&geodata::geometry_to_geojson(area)),
        }
        Ok(())
    }
}

/// Words of the schema.
macro_rules! words {
    ($($word:ty),+ $(,)?) => {
        $(impl Direct for $word {
            fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
                run.word(*self)
            }
        })+
    };
}

words!(
    ArrangementMode,
    BriefingKind,
    ChangeKind,
    CoordinationStatus,
    Dimension,
    DocumentScope,
    Established,
    ExploitationForm,
    GatheredKind,
    HitReason,
    Level,
    OutreachPurpose,
    OutreachStage,
    PolicyClass,
    QualityKind,
    QualityReason,
    ReorganisationKind,
    Role,
    Verdict,
);
