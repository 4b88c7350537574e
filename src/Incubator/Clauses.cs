namespace Beffroi.Incubator;

/// <summary>Which accounts the convention asks for.</summary>
public enum Accounts
{
    /// <summary>Where one paragraph says each month and another at the end, both (the stricter reading).</summary>
    MonthlyAndFinal,
    FinalOnly,
}

/// <summary>Whose duty it is.</summary>
public enum DutyOf
{
    NotAsked,
    Delegator,
    AllPartners,
}

/// <summary>What differs from one convention to another of the same template. A deadline exists because a clause says so.</summary>
public sealed record Clauses
{
    /// <summary>Months between two follow-up committees; null: none is foreseen.</summary>
    public int? FollowUpMonths { get; init; }

    /// <summary>Months between two investment committees.</summary>
    public int? InvestmentMonths { get; init; }

    public Accounts Accounts { get; init; }

    public bool NeedsBusinessReferent { get; init; }

    /// <summary>Months after signature within which the delegator finds an intrapreneur; null: none is asked.</summary>
    public int? IntrapreneurWithinMonths { get; init; }

    /// <summary>Per cent of working time, at least.</summary>
    public int? IntrapreneurShare { get; init; }

    /// <summary>Experts declare that they have no conflict of interest before their mission starts.</summary>
    public bool ChecksConflicts { get; init; }

    public bool FranceConnect { get; init; }
    public bool RiskWorkshop { get; init; }
    public DutyOf Stats { get; init; }
    public DutyOf Opinions { get; init; }

    /// <summary>The text lists what is eligible; otherwise it says only that the money serves nothing else.</summary>
    public bool ExplicitEligibility { get; init; }

    /// <summary>Months from signature; null: to 31 December of the year of signature.</summary>
    public int? DurationMonths { get; init; }

    /// <summary>Amounts take effect once the convention is published too. Strict reading: both dates must be reached.</summary>
    public bool EffectNeedsPublication { get; init; }

    /// <summary>Months of notice before termination.</summary>
    public int NoticeMonths { get; init; } = 3;

    /// <summary>Amounts are written year by year.</summary>
    public bool YearlySchedule { get; init; }

    /// <summary>Kinds of services that may be ordered, by their names, separated by commas.</summary>
    public string PrestationNames { get; init; } = "";

    public IReadOnlyList<Prestation> Prestations => [.. PrestationNames.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Prestation>)];

    public static string Names(params Prestation[] prestations) => string.Join(',', prestations);
}

/// <summary>What is ordered under the framework contracts.</summary>
public enum Prestation
{
    Devops,
    Design,
    Deploiement,
    PsychologieSociale,
    Coaching,
}

public static class PrestationWords
{
    public static string Label(this Prestation prestation) => prestation switch
    {
        Prestation.Devops => "Devops",
        Prestation.Design => "Design UI/UX",
        Prestation.Deploiement => "Chargé de déploiement",
        Prestation.PsychologieSociale => "Docteur en psychologie sociale",
        Prestation.Coaching => "Coaching",
    };

    /// <summary>The activity of the common reference by which budgets are published (13 activities).</summary>
    public static string Activity(this Prestation prestation) => prestation switch
    {
        Prestation.Devops => "Développeur",
        Prestation.Design => "Designer",
        Prestation.Deploiement => "Déploiement/Communication/Relations institutionnelles",
        Prestation.PsychologieSociale => "Autre",
        Prestation.Coaching => "Manageur/MOA/Coaching/PO/PM/Pilotage",
    };

    /// <summary>The resource of the same reference: what is ordered is bought outside.</summary>
    public const string Resource = "Prestations externes";
}
