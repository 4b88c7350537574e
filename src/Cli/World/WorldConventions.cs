using Beffroi.Incubator;

namespace Beffroi.Cli.World;

/// <summary>The two conventions, as their texts have them.</summary>
public static class WorldConventions
{
    public static (Startup Startup, Convention Convention) Eva()
    {
        var startup = new Startup { Id = new("0e000000-0000-7000-8000-000000000410"), Slug = WorldIncubator.Eva, Title = "Eva", Mission = "Repérer les difficultés avec les compétences de base, par des jeux, et orienter vers une solution.", Contact = "contact@beffroi.example", Incubator = "DINUM", Sponsors = "DGEFP" };
        return (startup, new()
        {
            Id = new("0e000000-0000-7000-8000-000000000420"), StartupId = startup.Id, Slug = WorldIncubator.EvaConvention, Title = "Convention Eva 2020", Delegator = "Délégation générale à l’emploi et à la formation professionnelle (DGEFP)", Delegate = "Direction interministérielle du numérique (DINUM)",
            SignedOn = new(2020, 5, 15), WrittenHardStop = new(2020, 12, 31), AmountAe = Money.Of(370_000), AmountCp = Money.Of(370_000), ManifestoVersion = "2020-a",
            RequiredAttendeesText = "DGEFP, présidence\nSous-directions\nDirections métier\nbeta.gouv.fr",
            Imputation = new() { MinisterialAxis = "36", FunctionalDomain = "0103-04", FinancialCentre = "0103-CEFP-C003", Activity = "010300000623", CostCentre = "EMPEF00075" },
            Clauses = new()
            {
                FollowUpMonths = 2, InvestmentMonths = 6, Accounts = Beffroi.Incubator.Accounts.MonthlyAndFinal, NeedsBusinessReferent = true, Stats = DutyOf.Delegator, Opinions = DutyOf.Delegator, ExplicitEligibility = true, DurationMonths = 6, NoticeMonths = 3,
                PrestationNames = Clauses.Names(Prestation.Devops, Prestation.Design, Prestation.Deploiement, Prestation.PsychologieSociale, Prestation.Coaching),
            },
        });
    }

    public static (Startup Startup, Convention Convention) Disinfo()
    {
        var startup = new Startup
        {
            Id = new("0e000000-0000-7000-8000-000000000411"), Slug = WorldIncubator.Disinfo, Title = "DISINFO", Mission = "Détecter les manipulations de l’information, et partager les outils qui les montrent.", Contact = "contact@beffroi.example", Incubator = "DINUM", Sponsors = "MEAE",
            // The public card of the service: investigation from 10 January 2019, construction from 1 March 2019.
            Phases = [Phase(PhaseName.Investigation, new(2019, 1, 10), new(2019, 3, 1)), Phase(PhaseName.Construction, new(2019, 3, 1), null)],
        };
        return (startup, new()
        {
            Id = new("0e000000-0000-7000-8000-000000000421"), StartupId = startup.Id, Slug = WorldIncubator.DisinfoConvention, Title = "Convention DISINFO 2020", Delegator = "Ministère de l’Europe et des affaires étrangères (MEAE), direction du numérique", Delegate = "Direction interministérielle du numérique (DINUM)",
            SignedOn = new(2020, 3, 10), PublishedOn = new(2020, 4, 1), AmountAe = Money.Of(160_000), AmountCp = Money.Of(160_000), ManifestoVersion = "2020-b", RequiredAttendeesText = "MEAE, présidence\nDINUM",
            Imputation = new() { MinisterialAxis = null, FunctionalDomain = "0105-06-08", FinancialCentre = "0105-CRES-CDSI", Activity = "010501A61404", CostCentre = "AECDSI2044" },
            Clauses = new()
            {
                InvestmentMonths = 6, Accounts = Beffroi.Incubator.Accounts.FinalOnly, IntrapreneurWithinMonths = 3, IntrapreneurShare = 60, ChecksConflicts = true, FranceConnect = true, RiskWorkshop = true, Stats = DutyOf.AllPartners, Opinions = DutyOf.AllPartners,
                EffectNeedsPublication = true, YearlySchedule = true, NoticeMonths = 3, PrestationNames = Clauses.Names(Prestation.Devops, Prestation.Design, Prestation.Deploiement, Prestation.Coaching),
            },
        });
    }

    static Phase Phase(PhaseName name, DateOnly start, DateOnly? end) => new() { Id = Guid.NewGuid(), StartupId = new("0e000000-0000-7000-8000-000000000411"), Name = name, Start = start, End = end, CommitteeId = null, Lessons = null };
}
