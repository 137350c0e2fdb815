//! Words about care coordination and its practice.

use super::UnknownWord;

vocabulary! {
    /// How far care coordination has come in a municipality, from unknown to
    /// the best. Status and capacity are two things: no status says that there
    /// is enough fte.
    CoordinationStatus, "coordination status", {
        /// Nothing is on record.
        Unknown = "UNKNOWN",
        /// On record that nobody coordinates.
        None = "NONE",
        /// CoMensha's helpdesk coordinates from a distance.
        Remote = "REMOTE",
        /// A care coordinator is being appointed.
        InPreparation = "IN_PREPARATION",
        /// A care coordinator works for a limited time.
        Temporary = "TEMPORARY",
        /// A care coordinator works without an end date.
        Structural = "STRUCTURAL",
    }
}

vocabulary! {
    /// How the function of care coordinator is filled.
    ArrangementMode, "mode of arrangement", {
        /// Not known.
        Unknown = "UNKNOWN",
        /// Staff of the municipality itself.
        OwnStaff = "OWN_STAFF",
        /// Staff of the centre municipality (centrumgemeente), for its region.
        CentreMunicipality = "CENTRE_MUNICIPALITY",
        /// An organisation commissioned by the centre municipality.
        CentreMunicipalityOutsourced = "CENTRE_MUNICIPALITY_OUTSOURCED",
        /// A welfare or shelter organisation.
        WelfareOrShelterOrganisation = "WELFARE_OR_SHELTER_ORGANISATION",
        /// The public health service (GGD).
        PublicHealthService = "PUBLIC_HEALTH_SERVICE",
        /// The care and safety house (Zorg- en Veiligheidshuis).
        CareAndSafetyHouse = "CARE_AND_SAFETY_HOUSE",
        /// The safety region (veiligheidsregio).
        SafetyRegion = "SAFETY_REGION",
        /// A coordinator in the region, employed by CoMensha.
        ComenshaEmployer = "COMENSHA_EMPLOYER",
        /// CoMensha's helpdesk, from a distance.
        ComenshaRemote = "COMENSHA_REMOTE",
    }
}

vocabulary! {
    /// What a bottleneck is about.
    BottleneckCategory, "category of bottleneck", {
        /// Sharing personal data (AVG).
        Privacy = "privacy",
        /// Seeing criminal exploitation.
        SightOnCriminalExploitation = "sight-on-criminal-exploitation",
        /// Working with experts by experience.
        ExpertsByExperience = "experts-by-experience",
        /// Shelter only for people from the region.
        Regiobinding = "regiobinding",
        /// Too few people or hours.
        Capacity = "capacity",
        /// Who pays.
        Financing = "financing",
        /// Places of shelter.
        Shelter = "shelter",
        /// Knowing what to do.
        Knowledge = "knowledge",
        /// Other things come first.
        Priority = "priority",
    }
}
