using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Tests;

/// <summary>The two real conventions as their texts have them, and people.</summary>
static class Sample
{
    public static readonly Guid Orderer = Guid.Parse("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Certifier = Guid.Parse("22222222-2222-2222-2222-222222222222");
    public static readonly Guid Payer = Guid.Parse("33333333-3333-3333-3333-333333333333");

    public static readonly DateTimeOffset Now = new(2020, 6, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly Clauses EvaClauses = new()
    {
        FollowUpMonths = 2, InvestmentMonths = 6, Accounts = Accounts.MonthlyAndFinal, NeedsBusinessReferent = true, Stats = DutyOf.Delegator, Opinions = DutyOf.Delegator, ExplicitEligibility = true, DurationMonths = 6,
        PrestationNames = Clauses.Names(Prestation.Devops, Prestation.Design, Prestation.Deploiement, Prestation.PsychologieSociale, Prestation.Coaching),
    };

    public static readonly Clauses DisinfoClauses = new()
    {
        InvestmentMonths = 6, Accounts = Accounts.FinalOnly, IntrapreneurWithinMonths = 3, IntrapreneurShare = 60, ChecksConflicts = true, FranceConnect = true, RiskWorkshop = true, Stats = DutyOf.AllPartners, Opinions = DutyOf.AllPartners,
        EffectNeedsPublication = true, YearlySchedule = true, PrestationNames = Clauses.Names(Prestation.Devops, Prestation.Design, Prestation.Deploiement, Prestation.Coaching),
    };

    public static Convention Eva(DateOnly? signed = null) => new()
    {
        Id = Guid.NewGuid(), StartupId = Guid.NewGuid(), Slug = "eva-2020", Title = "Eva", Delegator = "DGEFP", Delegate = "DINUM", SignedOn = signed ?? new(2020, 5, 15), WrittenHardStop = new(2020, 12, 31),
        AmountAe = Money.Of(370_000), AmountCp = Money.Of(370_000), Clauses = EvaClauses, ManifestoVersion = "2020-a",
        Imputation = new() { MinisterialAxis = "36", FunctionalDomain = "0103-04", FinancialCentre = "0103-CEFP-C003", Activity = "010300000623", CostCentre = "EMPEF00075" },
    };

    public static Convention Disinfo(DateOnly? published = null) => new()
    {
        Id = Guid.NewGuid(), StartupId = Guid.NewGuid(), Slug = "disinfo-2020", Title = "DISINFO", Delegator = "MEAE", Delegate = "DINUM", SignedOn = new(2020, 3, 10), PublishedOn = published ?? new(2020, 3, 10),
        AmountAe = Money.Of(160_000), AmountCp = Money.Of(160_000), Clauses = DisinfoClauses, ManifestoVersion = "2020-b",
        Imputation = new() { MinisterialAxis = null, FunctionalDomain = "0105-06-08", FinancialCentre = "0105-CRES-CDSI", Activity = "010501A61404", CostCentre = "AECDSI2044" },
    };

    /// <summary>Its ledger once the convention's own money is there.</summary>
    public static Ledger Opened(Convention convention)
    {
        var ledger = new Ledger(convention, []);
        ledger.Allocate(convention.AmountAe, convention.AmountCp, 2020, convention.SignedOn!.Value, "Convention", convention.Slug, By(Orderer));
        return ledger;
    }

    public static Author By(Guid person) => new(person, Now);

    public static Order OrderOf(Convention convention, decimal amount, DateOnly? placed = null) => new()
    {
        Id = Guid.NewGuid(), ConventionId = convention.Id, Number = Guid.NewGuid().ToString("N")[..12], Supplier = "Exemple SAS", Contract = "Marché 2019-042", ContractEnd = new(2022, 6, 30), Prestation = Prestation.Devops, Label = "Deux développeuses",
        ExclTax = Money.Of(amount / 1.2m), InclTax = Money.Of(amount), PlacedOn = placed ?? new(2020, 6, 2), From = placed ?? new(2020, 6, 2), To = placed ?? new(2020, 9, 30), ExpertId = null, PlacedBy = Orderer, At = Now,
    };
}
